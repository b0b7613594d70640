// SPDX-License-Identifier: GPL-3.0-or-later
// sum = product {(+ | −) product}, product = signed {(* | /) signed}, signed = {+ | −} power, power = primary [^
// signed], primary = number | z | pi | e | name(sum {, sum}) | (sum). What loses digits as it is written is replaced by
// what does not: log(1 + u), exp(u) − 1, log(1 + exp u), a/(1 + exp u).
#include "formula/expression.h"

#include <charconv>
#include <cmath>
#include <numbers>

namespace deltascope::formula {

namespace {

constexpr int kMostNodes = 400;
constexpr int kLargestWholePower = 64;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
char small(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {
    }

    Result<Expression> all()
    {
        if (m_text.size() > Expression::kMostCharacters)
            return Error{Fault::usage,
                {translatable("core", "the formula has more than %1 characters; a shorter one is needed."),
                    {static_cast<int>(Expression::kMostCharacters)}}};
        const int whole = sum(0);
        skipSpace();
        if (!m_error && m_at < m_text.size())
            fail(here() == ')'
                    ? Message{translatable("core",
                                  "the “)” at column %1 of the formula closes nothing; take it away, or open "
                                  "it with “(”."),
                        {column()}}
                    : here() == ','
                    ? Message{translatable("core",
                                  "the “,” at column %1 of the formula stands outside a function; the decimal mark is "
                                  "a point."),
                        {column()}}
                    : Message{translatable("core",
                                  "“%1” at column %2 of the formula follows a finished value; an operator + − * / ^ is "
                                  "needed between them."),
                        {character(), column()}});
        if (m_error)
            return *m_error;
        keepWhatIsNeeded(whole);
        return m_result;
    }

private:
    using Kind = Node::Kind;

    // -- reading ------------------------------------------------------------------------------------------------------
    char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipSpace()
    {
        while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r')
            ++m_at;
    }

    int columnOf(std::size_t at) const // in characters, not bytes
    {
        int count = 1;
        for (std::size_t i = 0; i < at && i < m_text.size(); ++i)
            count += (m_text[i] & 0xC0) != 0x80;
        return count;
    }
    int column() const { return columnOf(m_at); }

    std::string character() const // one, of however many bytes; of what is no UTF-8 a mark for it
    {
        const auto lead = static_cast<unsigned char>(here());
        if (lead < 0x80)
            return lead < 0x20 || lead == 0x7F ? "?" : std::string(1, here());
        const std::size_t count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        std::size_t end = m_at + 1;
        while (end < m_text.size() && end < m_at + count && (m_text[end] & 0xC0) == 0x80)
            ++end;
        return lead >= 0xC2 && lead < 0xF5 && end == m_at + count ? std::string(m_text.substr(m_at, count)) : "?";
    }

    bool take(std::string_view token)
    {
        skipSpace();
        if (!m_text.substr(m_at).starts_with(token))
            return false;
        m_at += token.size();
        return true;
    }
    bool takeAny(std::initializer_list<std::string_view> tokens)
    {
        for (const std::string_view token : tokens)
            if (take(token))
                return true;
        return false;
    }

    int fail(Message what)
    {
        if (!m_error)
            m_error = Error{Fault::usage, std::move(what)};
        return 0;
    }

    // -- grammar ------------------------------------------------------------------------------------------------------
    int sum(int depth)
    {
        int left = product(depth);
        while (!m_error) {
            skipSpace();
            const int at = column();
            if (take("+"))
                left = add(Kind::sum, left, product(depth), at);
            else if (takeAny({"-", "−"}))
                left = add(Kind::difference, left, product(depth), at);
            else
                break;
        }
        return left;
    }

    int product(int depth)
    {
        int left = signedPower(depth);
        while (!m_error) {
            skipSpace();
            const int at = column();
            if (m_text.substr(m_at).starts_with("**"))
                break;
            if (takeAny({"*", "·", "×"}))
                left = add(Kind::product, left, signedPower(depth), at);
            else if (take("/"))
                left = quotient(left, signedPower(depth), at);
            else
                break;
        }
        return left;
    }

    int signedPower(int depth)
    {
        if (depth > Expression::kDeepest)
            return fail({translatable("core",
                             "the formula is nested more than %1 deep at column %2; take some parentheses or signs "
                             "away."),
                {Expression::kDeepest, column()}});
        skipSpace();
        const int at = column();
        if (takeAny({"-", "−"}))
            return negated(signedPower(depth + 1), at);
        if (take("+"))
            return signedPower(depth + 1);
        const int base = primary(depth);
        skipSpace();
        const int place = column();
        if (!m_error && takeAny({"^", "**"}))
            return power(base, signedPower(depth + 1), place);
        return base;
    }

    int primary(int depth)
    {
        skipSpace();
        const int at = column();
        if (m_at == m_text.size())
            return fail(m_at == 0 || at == 1
                    ? Message{translatable("core", "the formula is empty; an expression in z is needed, as z*tanh(z)."),
                        {}}
                    : Message{translatable("core",
                                  "the formula ends at column %1, where a number, z, a function or “(” is needed."),
                        {at}});
        if (take("("))
            return closed(sum(depth + 1), at);
        if (isDigit(here()) || here() == '.')
            return number();
        if (take("π"))
            return add(Kind::circle, -1, -1, at);
        if (isLetter(here()))
            return name(depth);
        return fail(
            {translatable("core",
                 "“%1” at column %2 of the formula is not allowed there; a number, z, a function or “(” is needed."),
                {character(), at}});
    }

    int closed(int inside, int opened)
    {
        if (m_error || take(")"))
            return inside;
        skipSpace();
        if (m_at == m_text.size())
            return fail(
                {translatable("core", "the formula ends before the “(” at column %1 is closed; a “)” is missing."),
                    {opened}});
        return fail({translatable("core",
                         "“%1” at column %2 of the formula stands where an operator or the “)” of the “(” at column %3 "
                         "is needed."),
            {character(), column(), opened}});
    }

    int number()
    {
        const int at = column();
        double value = 0;
        const char* first = m_text.data() + m_at;
        const auto [end, code] = std::from_chars(first, m_text.data() + m_text.size(), value);
        if (code == std::errc::result_out_of_range || (code == std::errc() && !std::isfinite(value)))
            return fail(
                {translatable("core", "the number at column %1 of the formula is beyond the range of a double."),
                    {at}});
        if (code != std::errc())
            return fail(
                {translatable("core", "there is no number at column %1 of the formula: digits are missing."), {at}});
        m_at += static_cast<std::size_t>(end - first);
        return constant(value, at);
    }

    int name(int depth)
    {
        const int at = column();
        std::string word;
        while (isLetter(here()) || (isDigit(here()) && !word.empty()))
            word += small(m_text[m_at++]);
        if (word == "z")
            return add(Kind::variable, -1, -1, at);
        if (word == "pi")
            return add(Kind::circle, -1, -1, at);
        if (word == "e")
            return add(Kind::function, constant(1, at), -1, at, findFunction("exp"));
        const Function* function = findFunction(word);
        const bool ofTwo = word == "max" || word == "min";
        if (!function && !ofTwo)
            return fail({translatable("core",
                             "“%1” at column %2 of the formula is not known; there is z, pi, e and the functions %3."),
                {word.substr(0, 40), at, known()}});
        skipSpace();
        const int opened = column();
        if (!take("("))
            return fail(
                {translatable("core", "after “%1” at column %2 of the formula its argument in “(” and “)” is needed."),
                    {word, at}});
        const int first = sum(depth + 1);
        if (m_error)
            return 0;
        if (!ofTwo)
            return applied(function, closed(first, opened), at);
        if (!take(","))
            return fail(
                {translatable("core", "“%1” at column %2 of the formula needs two arguments, with a “,” between them."),
                    {word, at}});
        int value = first;
        do
            value = add(word == "max" ? Kind::larger : Kind::smaller, value, sum(depth + 1), at);
        while (!m_error && take(","));
        return closed(value, opened);
    }

    static std::string known()
    {
        std::string names;
        for (const Function& each : functions())
            names += (names.empty() ? "" : ", ") + std::string(each.name);
        return names + ", max, min";
    }

    // -- building -----------------------------------------------------------------------------------------------------
    const Node& node(int place) const { return m_result.m_nodes[static_cast<std::size_t>(place)]; }
    bool isNumber(int place, double value) const
    {
        return node(place).kind == Kind::number && node(place).number == value;
    }
    bool isCall(int place, std::string_view function) const
    {
        return node(place).kind == Kind::function && node(place).function->name == function;
    }

    int put(const Node& made)
    {
        if (m_error)
            return 0;
        auto& nodes = m_result.m_nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (nodes[i].sameAs(made))
                return static_cast<int>(i);
        if (nodes.size() >= kMostNodes)
            return fail(
                {translatable("core", "the formula has more than %1 operations at column %2; a shorter one is needed."),
                    {kMostNodes, made.column}});
        nodes.push_back(made);
        return static_cast<int>(nodes.size()) - 1;
    }

    int constant(double value, int at)
    {
        Node made;
        made.kind = Kind::number;
        made.number = value;
        made.column = at;
        return put(made);
    }

    int add(Kind kind, int left, int right, int at, const Function* function = nullptr)
    {
        if (m_error)
            return 0;
        if (kind == Kind::difference && isNumber(right, 1) && isCall(left, "exp"))
            return add(Kind::function, node(left).left, -1, at, findFunction("expm1"));
        Node made;
        made.kind = kind;
        made.left = left;
        made.right = right;
        made.column = at;
        made.function = function;
        return put(made);
    }

    int negated(int value, int at)
    {
        if (m_error)
            return 0;
        if (node(value).kind == Kind::number)
            return constant(-node(value).number, at);
        return add(Kind::product, constant(-1, at), value, at);
    }

    /// What 1 is added to, or −1.
    int besideOne(int place) const
    {
        const Node& sum = node(place);
        if (sum.kind != Kind::sum)
            return -1;
        return isNumber(sum.left, 1) ? sum.right : isNumber(sum.right, 1) ? sum.left : -1;
    }

    int applied(const Function* function, int argument, int at)
    {
        if (m_error)
            return 0;
        if (function->name == "log" || function->name == "ln")
            if (const int small = besideOne(argument); small >= 0)
                return isCall(small, "exp") ? add(Kind::function, node(small).left, -1, at, findFunction("softplus"))
                                            : add(Kind::function, small, -1, at, findFunction("log1p"));
        return add(Kind::function, argument, -1, at, function);
    }

    int quotient(int left, int right, int at)
    {
        if (m_error)
            return 0;
        const int beside = besideOne(right);
        if (beside < 0 || !isCall(beside, "exp"))
            return add(Kind::quotient, left, right, at);
        if (left == beside) // exp(u)/(1 + exp(u))
            return add(Kind::function, node(beside).left, -1, at, findFunction("sigmoid"));
        const int gate = add(Kind::function, negated(node(beside).left, at), -1, at, findFunction("sigmoid"));
        return isNumber(left, 1) ? gate : add(Kind::product, left, gate, at);
    }

    int power(int base, int exponent, int at)
    {
        if (m_error)
            return 0;
        const Node& by = node(exponent);
        if (by.kind == Kind::number && by.number == std::floor(by.number)
            && std::abs(by.number) <= kLargestWholePower) {
            const int size = wholePower(base, static_cast<int>(std::abs(by.number)), at);
            return by.number < 0 ? add(Kind::quotient, constant(1, at), size, at) : size;
        }
        if (isNumber(exponent, 0.5))
            return add(Kind::function, base, -1, at, findFunction("sqrt"));
        if (isCall(base, "exp")) { // e, or e^u: ln of it is not to be off by its last digit
            const int inner = node(base).left;
            return add(Kind::function, isNumber(inner, 1) ? exponent : add(Kind::product, exponent, inner, at), -1, at,
                findFunction("exp"));
        }
        Node made;
        made.kind = Kind::function;
        made.left = base;
        made.function = findFunction("log");
        made.column = at;
        made.power = true;
        return add(Kind::function, add(Kind::product, exponent, put(made), at), -1, at, findFunction("exp"));
    }

    /// Without what patterns have replaced.
    void keepWhatIsNeeded(int whole)
    {
        auto& nodes = m_result.m_nodes;
        std::vector<int> place(nodes.size(), -1);
        place[static_cast<std::size_t>(whole)] = 0;
        for (std::size_t i = static_cast<std::size_t>(whole) + 1; i-- > 0;)
            for (const int used : {nodes[i].left, nodes[i].right})
                if (place[i] >= 0 && used >= 0)
                    place[static_cast<std::size_t>(used)] = 0;
        std::vector<Node> kept;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (place[i] < 0)
                continue;
            place[i] = static_cast<int>(kept.size());
            kept.push_back(nodes[i]);
            for (int* used : {&kept.back().left, &kept.back().right})
                if (*used >= 0)
                    *used = place[static_cast<std::size_t>(*used)];
        }
        nodes = std::move(kept);
    }

    int wholePower(int base, int exponent, int at)
    {
        if (exponent == 0)
            return constant(1, at);
        if (exponent == 1)
            return base;
        const int half = wholePower(base, exponent / 2, at), square = add(Kind::product, half, half, at);
        return exponent % 2 == 0 ? square : add(Kind::product, square, base, at);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Expression m_result;
    std::optional<Error> m_error;
};

Result<Expression> Expression::parsed(std::string_view text)
{
    return Parser(text).all();
}

} // namespace deltascope::formula
