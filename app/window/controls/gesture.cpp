// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/gesture.h"

#include "workspace/store/scenario_store.h"

#include <chrono>

namespace deltascope::controls {

Gesture::Gesture(workspace::ScenarioStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    using namespace std::chrono_literals;
    m_pause.setSingleShot(true);
    m_pause.setInterval(800ms);
    connect(&m_pause, &QTimer::timeout, this, &Gesture::end);
    connect(&store, &workspace::ScenarioStore::historyChanged, this, [this] {
        if (!m_store.inGesture()) // a file was opened: the gesture went with the old history
            m_hand.reset();
    });
}

Gesture::~Gesture()
{
    end();
}

void Gesture::begin(const QString& text)
{
    m_pause.stop();
    if (isOpen())
        return;
    m_hand.emplace();
    m_store.beginGesture(text);
}

void Gesture::end()
{
    m_pause.stop();
    if (!isOpen())
        return;
    m_hand.reset();
    m_store.endGesture();
}

void Gesture::endSoon()
{
    if (isOpen())
        m_pause.start();
}

} // namespace deltascope::controls

#include "moc_gesture.cpp"
