<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About Deltascope</source>
        <translation>Sobre o Deltascope</translation>
    </message>
    <message>
        <source>&lt;b&gt;Deltascope&lt;/b&gt; shows why deep networks learn at such different speeds layer by layer. Named after δ&lt;sup&gt;ℓ&lt;/sup&gt;, the error of layer ℓ, whose size is that layer&apos;s learning speed. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>O &lt;b&gt;Deltascope&lt;/b&gt; mostra por que as camadas das redes profundas aprendem a velocidades tão diferentes. O nome vem de δ&lt;sup&gt;ℓ&lt;/sup&gt;, o erro da camada ℓ, cujo tamanho é a velocidade de aprendizado dessa camada. Software livre sob a Licença Pública Geral GNU, versão 3 ou posterior.</translation>
    </message>
    <message>
        <source>Copy diagnostic information</source>
        <translation>Copiar informações de diagnóstico</translation>
    </message>
    <message>
        <source>Space	Play or stop</source>
        <translation>Espaço	Iniciar ou parar</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+0	Go to one of the first ten parameters</source>
        <translation>Alt+1 … Alt+0	Ir para um dos dez primeiros parâmetros</translation>
    </message>
    <message>
        <source>Arrow keys	In a slider or number field: one step</source>
        <translation>Teclas de seta	Em um controle deslizante ou campo numérico: um passo</translation>
    </message>
    <message>
        <source>Page up, Page down	Ten steps; with Shift a tenth</source>
        <translation>Page Up, Page Down	Dez passos; com Shift, um décimo</translation>
    </message>
    <message>
        <source>Home, End	In a slider: its ends</source>
        <translation>Home, End	Em um controle deslizante: seus extremos</translation>
    </message>
    <message>
        <source>Left, Right	In a figure: read along the curve</source>
        <translation>Esquerda, Direita	Em uma figura: ler ao longo da curva</translation>
    </message>
    <message>
        <source>Up, Down	In a figure: read the other curves</source>
        <translation>Para cima, Para baixo	Em uma figura: ler as outras curvas</translation>
    </message>
    <message>
        <source>Enter	In a figure: select the layer that is read</source>
        <translation>Enter	Em uma figura: selecionar a camada lida</translation>
    </message>
    <message>
        <source>+, −, 0	In a figure: zoom in, zoom out, fit</source>
        <translation>+, −, 0	Em uma figura: ampliar, reduzir, ajustar</translation>
    </message>
    <message>
        <source>Shift+F10	In a figure: its menu</source>
        <translation>Shift+F10	Em uma figura: seu menu</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>What the keys do.</source>
        <translation>O que as teclas fazem.</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar a lista</translation>
    </message>
    <message>
        <source>Cite Deltascope</source>
        <translation>Citar o Deltascope</translation>
    </message>
    <message>
        <source>A BibTeX entry for this version.</source>
        <translation>Uma entrada BibTeX para esta versão.</translation>
    </message>
    <message>
        <source>Copy BibTeX</source>
        <translation>Copiar BibTeX</translation>
    </message>
    <message>
        <source>Check the numbers</source>
        <translation>Conferir os números</translation>
    </message>
    <message>
        <source>Published and closed-form numbers, computed by this program just now, each with its source and deviation; the same as “deltascope-cli check”.</source>
        <translation>Números publicados e de forma fechada, calculados por este programa agora mesmo, cada um com sua fonte e seu desvio; o mesmo que “deltascope-cli check”.</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copiar a tabela</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>Usage: deltascope [FILE [FILE]] [--preset ID] [--lang CODE] [--theme ID] [--data DIR]
See why deep networks learn at different speeds, layer by layer.

  FILE           a .deltascope document, or any figure that Deltascope exported
                 two of them: side by side, the second in a window of its own
  --preset ID    start from a preset; deltascope-cli list presets names them
  --lang CODE    language of the window: %1 or system
  --theme ID     %2 or system
  --data DIR     the folder of the MNIST files, mnist.npz, or the file of a table
  --help         print this and end
  --version      print the version and end

Figures without a window: deltascope-cli --help
</source>
        <translation>Uso: deltascope [FILE [FILE]] [--preset ID] [--lang CODE] [--theme ID] [--data DIR]
Veja por que as redes profundas aprendem a velocidades diferentes, camada a camada.

  FILE           um documento .deltascope ou qualquer figura exportada pelo Deltascope
                 dois deles: lado a lado, o segundo em janela própria
  --preset ID    começar com uma predefinição; deltascope-cli list presets as lista
  --lang CODE    idioma da janela: %1 ou system
  --theme ID     %2 ou system
  --data DIR     a pasta dos arquivos MNIST, mnist.npz ou o arquivo de uma tabela
  --help         mostrar esta ajuda e sair
  --version      mostrar a versão e sair

Figuras sem janela: deltascope-cli --help
</translation>
    </message>
</context>
<context>
    <name>DiagnosisPanel</name>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>Mais %1</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Por quê?</translation>
    </message>
    <message>
        <source>Why? Begins the lesson that explains it</source>
        <translation>Por quê? Começa a lição que explica isto</translation>
    </message>
    <message>
        <source>Details of the diagnosis</source>
        <translation>Detalhes do diagnóstico</translation>
    </message>
    <message>
        <source>Everything that these numbers mean</source>
        <translation>Tudo o que estes números significam</translation>
    </message>
    <message>
        <source>The lesson that answers it: %1, step %2</source>
        <translation>A lição que responde: %1, passo %2</translation>
    </message>
</context>
<context>
    <name>FigureMenu</name>
    <message>
        <source>Export figure…</source>
        <translation>Exportar figura…</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Copiar como imagem</translation>
    </message>
    <message>
        <source>Copy as data</source>
        <translation>Copiar como dados</translation>
    </message>
    <message>
        <source>Copy caption</source>
        <translation>Copiar legenda</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Mostrar como tabela</translation>
    </message>
    <message>
        <source>Fit the axes to the data</source>
        <translation>Ajustar os eixos aos dados</translation>
    </message>
    <message>
        <source>What is this figure?</source>
        <translation>O que é esta figura?</translation>
    </message>
    <message>
        <source>Map this over %1 and %2</source>
        <translation>Mapear isto sobre %1 e %2</translation>
    </message>
    <message>
        <source>Map this over %1</source>
        <translation>Mapear isto sobre %1</translation>
    </message>
    <message>
        <source>Check a gradient here</source>
        <translation>Conferir um gradiente aqui</translation>
    </message>
    <message>
        <source>Hold the axes</source>
        <translation>Manter os eixos</translation>
    </message>
    <message>
        <source>Axis limits…</source>
        <translation>Limites dos eixos…</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desligada</translation>
    </message>
    <message>
        <source>over %1 epochs</source>
        <translation>sobre %1 épocas</translation>
    </message>
    <message>
        <source>Add to my lecture</source>
        <translation>Acrescentar à minha aula</translation>
    </message>
    <message>
        <source>Enlarge, or back to all figures</source>
        <translation>Ampliar, ou voltar a todas as figuras</translation>
    </message>
</context>
<context>
    <name>FormulaPanel</name>
    <message>
        <source>The gradient of layer 1 as a product</source>
        <translation>O gradiente da camada 1 como produto</translation>
    </message>
    <message>
        <source>Click a term to select its layer.</source>
        <translation>Clique em um termo para selecionar sua camada.</translation>
    </message>
    <message>
        <source>The formula in one strip</source>
        <translation>A fórmula em uma faixa</translation>
    </message>
    <message>
        <source>Each term in a row of its own</source>
        <translation>Cada termo em sua própria linha</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Give all layers the shared values</source>
        <translation>Dar a todas as camadas os valores comuns</translation>
    </message>
    <message>
        <source>All to the shared values (%1)</source>
        <translation>Todas com os valores comuns (%1)</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>Weighted input</source>
        <translation>Entrada ponderada</translation>
    </message>
    <message>
        <source>Mean weighted input</source>
        <translation>Entrada ponderada média</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ativação</translation>
    </message>
    <message>
        <source>Mean activation</source>
        <translation>Ativação média</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Inclinação</translation>
    </message>
    <message>
        <source>Mean slope</source>
        <translation>Inclinação média</translation>
    </message>
    <message>
        <source>Bias speed</source>
        <translation>Velocidade do viés</translation>
    </message>
    <message>
        <source>Weight speed</source>
        <translation>Velocidade do peso</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Fator</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Camada</translation>
    </message>
    <message>
        <source>Selected layer</source>
        <translation>Camada selecionada</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>Or click a neuron in a figure.</source>
        <translation>Ou clique em um neurônio de uma figura.</translation>
    </message>
    <message>
        <source>Factor, first example</source>
        <translation>Fator, primeiro exemplo</translation>
    </message>
    <message>
        <source>The layer marked in every figure; its own settings are listed below.</source>
        <translation>A camada marcada em todas as figuras; os valores próprios dela estão abaixo.</translation>
    </message>
    <message>
        <source>Click a neuron in the drawing, or a layer in any figure, to see its values and to give it its own weight, bias, width or activation.</source>
        <translation>Clique em um neurônio no desenho, ou em uma camada em qualquer figura, para ver seus valores e dar a ela peso, viés, largura ou ativação próprios.</translation>
    </message>
    <message>
        <source>Resets every layer to the shared values.</source>
        <translation>Devolve a todas as camadas os valores comuns.</translation>
    </message>
    <message>
        <source>Check a gradient here</source>
        <translation>Conferir um gradiente aqui</translation>
    </message>
    <message>
        <source>One entry of this layer’s gradient beside its central difference, over the step h</source>
        <translation>Uma componente do gradiente desta camada ao lado da sua diferença central, em função do passo h</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>no value yet</source>
        <translation>ainda sem valor</translation>
    </message>
    <message>
        <source>✓ Reached. Now %1, at best %2 (%3)</source>
        <translation>✓ Alcançada. Agora %1, o melhor %2 (%3)</translation>
    </message>
    <message>
        <source>Now %1, at best %2 (%3)</source>
        <translation>Agora %1, o melhor %2 (%3)</translation>
    </message>
    <message>
        <source>A hint</source>
        <translation>Uma dica</translation>
    </message>
    <message>
        <source>Another hint</source>
        <translation>Outra dica</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Passo %1 de %2</translation>
    </message>
    <message>
        <source>End the lesson</source>
        <translation>Terminar a lição</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próximo</translation>
    </message>
    <message>
        <source>Back to this step</source>
        <translation>Voltar a este passo</translation>
    </message>
    <message>
        <source>Restores the scenario of this step; what you tried can be undone and redone</source>
        <translation>Restaura o cenário deste passo; o que você tentou pode ser desfeito e refeito</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>One more hint on how to reach the goal</source>
        <translation>Mais uma dica sobre como alcançar a meta</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>O passo anterior</translation>
    </message>
    <message>
        <source>The next step; progress and answers are kept</source>
        <translation>O passo seguinte; o progresso e as respostas ficam guardados</translation>
    </message>
    <message>
        <source>Now %1 (%2), but by moving “%3”, which this step leaves as it is</source>
        <translation>Agora %1 (%2), mas mexendo em “%3”, que este passo deixa como está</translation>
    </message>
    <message>
        <source>Back to my scenario</source>
        <translation>Voltar ao meu cenário</translation>
    </message>
    <message>
        <source>Shows what you had before the lesson; the lesson waits at this step</source>
        <translation>Mostra o que você tinha antes da lição; a lição espera neste passo</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Change the map</source>
        <translation>Mudar o mapa</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>%1 % of the cells</source>
        <translation>%1 % das células</translation>
    </message>
    <message>
        <source>%1 % of the cells, %2 s left</source>
        <translation>%1 % das células, faltam %2 s</translation>
    </message>
    <message>
        <source>Show the</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Measure of the map</source>
        <translation>Medida do mapa</translation>
    </message>
    <message>
        <source>What each cell of the map is: one number of its network</source>
        <translation>O que é cada célula do mapa: um número da sua rede</translation>
    </message>
    <message>
        <source>of layer</source>
        <translation>da camada</translation>
    </message>
    <message>
        <source>Layer to measure</source>
        <translation>Camada a medir</translation>
    </message>
    <message>
        <source>The layer to measure; the first is 1</source>
        <translation>A camada a medir; a primeira é 1</translation>
    </message>
    <message>
        <source>over layer</source>
        <translation>sobre a camada</translation>
    </message>
    <message>
        <source>Layer to compare with</source>
        <translation>Camada de comparação</translation>
    </message>
    <message>
        <source>The layer whose value is 1</source>
        <translation>A camada cujo valor é 1</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>a última</translation>
    </message>
    <message>
        <source>of</source>
        <translation>de</translation>
    </message>
    <message>
        <source>Parameter to measure</source>
        <translation>Parâmetro a medir</translation>
    </message>
    <message>
        <source>Cost to be reached</source>
        <translation>Custo a alcançar</translation>
    </message>
    <message>
        <source>against</source>
        <translation>em função de</translation>
    </message>
    <message>
        <source>First axis</source>
        <translation>Primeiro eixo</translation>
    </message>
    <message>
        <source>and</source>
        <translation>e</translation>
    </message>
    <message>
        <source>Second axis</source>
        <translation>Segundo eixo</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>sementes</translation>
    </message>
    <message>
        <source>Seeds of each cell</source>
        <translation>Sementes de cada célula</translation>
    </message>
    <message>
        <source>Each cell is computed with this many seeds: the scenario’s own and those after it</source>
        <translation>Cada célula é calculada com este número de sementes: a do cenário e as seguintes</translation>
    </message>
    <message>
        <source>of them the</source>
        <translation>delas,</translation>
    </message>
    <message>
        <source>Statistic over the seeds</source>
        <translation>Estatística das sementes</translation>
    </message>
    <message>
        <source>What a cell shows of its seeds</source>
        <translation>Que estatística das sementes uma célula mostra</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>no mínimo</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>Contadas a partir de</translation>
    </message>
    <message>
        <source>Seeds with this value or a larger one are counted</source>
        <translation>Contam-se as sementes com este valor ou um maior</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>no máximo</translation>
    </message>
    <message>
        <source>Counted up to</source>
        <translation>Contadas até</translation>
    </message>
    <message>
        <source>Seeds with this value or a smaller one are counted</source>
        <translation>Contam-se as sementes com este valor ou um menor</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>Andamento do mapa</translation>
    </message>
    <message>
        <source>Stops computing, or continues; what has been computed of the map stays</source>
        <translation>Para o cálculo ou continua; o que já foi calculado do mapa fica</translation>
    </message>
</context>
<context>
    <name>MapRequests</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
</context>
<context>
    <name>NewSeed</name>
    <message>
        <source>New seed</source>
        <translation>Nova semente</translation>
    </message>
</context>
<context>
    <name>PanelTable</name>
    <message>
        <source>log10 of %1</source>
        <translation>log10 de %1</translation>
    </message>
    <message>
        <source>%1 minus %2</source>
        <translation>%1 menos %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, start of the bar</source>
        <translation>%1, início da barra</translation>
    </message>
    <message>
        <source>%1, end of the bar</source>
        <translation>%1, fim da barra</translation>
    </message>
    <message>
        <source>%1, lower edge</source>
        <translation>%1, limite inferior</translation>
    </message>
    <message>
        <source>%1, upper edge</source>
        <translation>%1, limite superior</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>camada</translation>
    </message>
    <message>
        <source>reference line</source>
        <translation>linha de referência</translation>
    </message>
    <message>
        <source>shaded area</source>
        <translation>área sombreada</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, de</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1, até</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>neurônio</translation>
    </message>
    <message>
        <source>sign of %1</source>
        <translation>sinal de %1</translation>
    </message>
    <message>
        <source>link from layer</source>
        <translation>ligação a partir da camada</translation>
    </message>
    <message>
        <source>link to layer</source>
        <translation>ligação até a camada</translation>
    </message>
    <message>
        <source>label of the link</source>
        <translation>rótulo da ligação</translation>
    </message>
    <message>
        <source>sign of the factor</source>
        <translation>sinal do fator</translation>
    </message>
    <message>
        <source>%1, width of the shape</source>
        <translation>%1, largura da forma</translation>
    </message>
    <message>
        <source>%1, %2 % quantile</source>
        <translation>%1, quantil de %2 %</translation>
    </message>
    <message>
        <source>class</source>
        <translation>classe</translation>
    </message>
</context>
<context>
    <name>PlotReadout</name>
    <message>
        <source>%1 of layer %2: %3</source>
        <translation>%1 da camada %2: %3</translation>
    </message>
    <message>
        <source>%1 of layer %2</source>
        <translation>%1 da camada %2</translation>
    </message>
    <message>
        <source>%1 of layer %2: median %3, half of it between %4 and %5, 90 % between %6 and %7</source>
        <translation>%1 da camada %2: mediana %3, metade dos valores entre %4 e %5, 90 % entre %6 e %7</translation>
    </message>
    <message>
        <source>%1 = %2 at %3 = %4, %5 = %6</source>
        <translation>%1 = %2 em %3 = %4, %5 = %6</translation>
    </message>
    <message>
        <source>%1 at %2 = %3: %4</source>
        <translation>%1 em %2 = %3: %4</translation>
    </message>
    <message>
        <source>%1, %2 %3, at %4 = %5, %6 = %7</source>
        <translation>%1, %2 %3, em %4 = %5, %6 = %7</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1: the input is 0</source>
        <translation>%1: a entrada é 0</translation>
    </message>
    <message>
        <source>Derivatives f′ too small for any number here (their exponent has more than 13 digits): %1. Each σ that they shrink is marked ↓, not 0.</source>
        <translation>Derivadas f′ pequenas demais para qualquer número daqui (seu expoente tem mais de 13 dígitos): %1. Cada σ que elas encolhem é marcado com ↓, não com 0.</translation>
    </message>
    <message>
        <source>The median of |δ₁|, zeros left out, is %1 (90 % of it between %2 and %3), that of |%4| is %5: a ratio of %6.</source>
        <translation>A mediana de |δ₁|, sem os zeros, é %1 (90 % dos valores entre %2 e %3), a de |%4| é %5: uma razão de %6.</translation>
    </message>
    <message>
        <source>The median of |δ₁|, zeros left out, is %1 (90 % of it between %2 and %3).</source>
        <translation>A mediana de |δ₁|, sem os zeros, é %1 (90 % dos valores entre %2 e %3).</translation>
    </message>
    <message>
        <source>layer %1, neuron %2, mean over %3 examples: z = %4, a = %5, %6</source>
        <translation>camada %1, neurônio %2, média sobre %3 exemplos: z = %4, a = %5, %6</translation>
    </message>
    <message>
        <source>layer %1, neuron %2: z = %3, a = %4, %5</source>
        <translation>camada %1, neurônio %2: z = %3, a = %4, %5</translation>
    </message>
    <message>
        <source>the input, a₀ = %1 in the first of %2 examples</source>
        <translation>a entrada, a₀ = %1 no primeiro de %2 exemplos</translation>
    </message>
    <message>
        <source>δ is exactly 0 in %1.</source>
        <translation>δ é exatamente 0 em %1.</translation>
    </message>
    <message>
        <source>No data folder is set: “%1” stand in for “%2”.</source>
        <translation>Nenhuma pasta de dados está definida: “%1” no lugar de “%2”.</translation>
    </message>
    <message>
        <source>Nothing to learn: the output equals the target, so every learning speed is exactly 0.</source>
        <translation>Nada a aprender: a saída é igual ao alvo, então toda velocidade de aprendizado é exatamente 0.</translation>
    </message>
    <message>
        <source>Dead: %1′ is exactly 0 in the whole output layer, so no layer learns.</source>
        <translation>Morta: %1′ é exatamente 0 em toda a camada de saída, então nenhuma camada aprende.</translation>
    </message>
    <message>
        <source>Dead: %2′(z) is exactly 0 in the output layer, where z = %1, so no layer learns.</source>
        <translation>Morta: %2′(z) é exatamente 0 na camada de saída, onde z = %1, então nenhuma camada aprende.</translation>
    </message>
    <message>
        <source>The weight of layer %1 is 0, and nothing passes back through it.</source>
        <translation>O peso da camada %1 é 0, e nada volta através dela.</translation>
    </message>
    <message>
        <source>In layer %1, z = %2 lies where %3′ is exactly 0.</source>
        <translation>Na camada %1, z = %2 está onde %3′ é exatamente 0.</translation>
    </message>
    <message>
        <source>Dead: layer 1 does not learn at all.</source>
        <translation>Morta: a camada 1 não aprende nada.</translation>
    </message>
    <message>
        <source>Dead: layers 1 to %1 do not learn at all.</source>
        <translation>Mortas: as camadas 1 a %1 não aprendem nada.</translation>
    </message>
    <message>
        <source>One layer, which learns at speed %1: nothing can vanish or explode along the way.</source>
        <translation>Uma camada, que aprende à velocidade %1: nada pode se dissipar nem explodir no caminho.</translation>
    </message>
    <message>
        <source>Vanishing: layer 1 learns %1.</source>
        <translation>Dissipação: a camada 1 aprende %1.</translation>
    </message>
    <message>
        <source>Exploding: layer 1 learns %1.</source>
        <translation>Explosão: a camada 1 aprende %1.</translation>
    </message>
    <message>
        <source>Balanced: layer 1 learns %1.</source>
        <translation>Equilibrada: a camada 1 aprende %1.</translation>
    </message>
    <message>
        <source>learning speed of one layer relative to another</source>
        <translation>velocidade de aprendizado de uma camada em relação a outra</translation>
    </message>
    <message>
        <source>cost reached, relative to the pin</source>
        <translation>custo alcançado, em relação ao cenário fixado</translation>
    </message>
    <message>
        <source>mean derivative f′(z) of the layer</source>
        <translation>derivada f′(z) média da camada</translation>
    </message>
    <message>
        <source>size of the layer’s factor |wσ′(z)|</source>
        <translation>tamanho do fator |wσ′(z)| da camada</translation>
    </message>
    <message>
        <source>cost reached by the training</source>
        <translation>custo alcançado pelo treinamento</translation>
    </message>
    <message>
        <source>total width of the inputs a₀ whose gradient grows</source>
        <translation>largura total das entradas a₀ cujo gradiente cresce</translation>
    </message>
    <message>
        <source>width of the window of a where |wσ′| ≥ 1</source>
        <translation>largura da janela de a em que |wσ′| ≥ 1</translation>
    </message>
    <message>
        <source>whether the training diverged (1) or not (0)</source>
        <translation>se o treinamento divergiu (1) ou não (0)</translation>
    </message>
    <message>
        <source>learning speed of the fastest layer relative to the slowest</source>
        <translation>velocidade de aprendizado da camada mais rápida em relação à mais lenta</translation>
    </message>
    <message>
        <source>share of examples classified correctly</source>
        <translation>fração dos exemplos classificados corretamente</translation>
    </message>
    <message>
        <source>learning speed of the layer</source>
        <translation>velocidade de aprendizado da camada</translation>
    </message>
    <message>
        <source>mean weighted input z of the layer</source>
        <translation>entrada ponderada z média da camada</translation>
    </message>
    <message>
        <source>mean activation of the layer</source>
        <translation>ativação média da camada</translation>
    </message>
    <message>
        <source>share of saturated activations of the layer</source>
        <translation>fração de ativações saturadas da camada</translation>
    </message>
    <message>
        <source>value of the parameter</source>
        <translation>valor do parâmetro</translation>
    </message>
    <message>
        <source>epochs trained</source>
        <translation>épocas treinadas</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>custo</translation>
    </message>
    <message>
        <source>size of the product of all factors |∂a/∂a₀|</source>
        <translation>tamanho do produto de todos os fatores |∂a/∂a₀|</translation>
    </message>
    <message>
        <source>Quadratic</source>
        <translation>Quadrático</translation>
    </message>
    <message>
        <source>Half the squared distance between output and target; with it, a saturated output neuron learns slowly (Nielsen 2015, chapters 1 and 3).</source>
        <translation>Metade do quadrado da distância entre saída e alvo; com ele, um neurônio de saída saturado aprende devagar (Nielsen 2015, capítulos 1 e 3).</translation>
    </message>
    <message>
        <source>Softmax, log-likelihood</source>
        <translation>Softmax, log-verossimilhança</translation>
    </message>
    <message>
        <source>The log-likelihood cost of a softmax over the outputs, whose output error is softmax(z) − y; the last layer is then without an activation function of its own (Nielsen 2015, chapter 3).</source>
        <translation>O custo de log-verossimilhança de um softmax sobre as saídas, cujo erro de saída é softmax(z) − y; a última camada fica então sem função de ativação própria (Nielsen 2015, capítulo 3).</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>Entropia cruzada</translation>
    </message>
    <message>
        <source>The cost whose output error is a − y, without the factor σ′(z): a saturated output neuron learns as fast as it is wrong; for logistic outputs (Nielsen 2015, chapter 3).</source>
        <translation>O custo cujo erro de saída é a − y, sem o fator σ′(z): um neurônio de saída saturado aprende tão rápido quanto está errado; para saídas logísticas (Nielsen 2015, capítulo 3).</translation>
    </message>
    <message>
        <source>measured, norm of the mean</source>
        <translation>medida, norma da média</translation>
    </message>
    <message>
        <source>measured, mean of the norms</source>
        <translation>medida, média das normas</translation>
    </message>
    <message>
        <source>measured, rms</source>
        <translation>medida, rms</translation>
    </message>
    <message>
        <source>depth L</source>
        <translation>profundidade L</translation>
    </message>
    <message>
        <source>speed of layer 1 over that of layer L</source>
        <translation>velocidade da camada 1 sobre a da camada L</translation>
    </message>
    <message>
        <source>%1: at %2 of the depths, from %3 on, the last layer&apos;s speed is 0: no ratio.</source>
        <translation>%1: em %2 das profundidades, a partir de %3, a velocidade da última camada é 0: não há razão.</translation>
    </message>
    <message>
        <source>%1: at %2 of the depths, from %3 on, the ratio is exactly 0: marked 0.</source>
        <translation>%1: em %2 das profundidades, a partir de %3, a razão é exatamente 0: marcada com 0.</translation>
    </message>
    <message>
        <source>%1: at %2 of the depths, from %3 on, the ratio is beyond any number that can be drawn.</source>
        <translation>%1: em %2 das profundidades, a partir de %3, a razão está além de qualquer número que se possa desenhar.</translation>
    </message>
    <message>
        <source>At depth %1 the last layer does not learn: its speed is 0.</source>
        <translation>Na profundidade %1 a última camada não aprende: sua velocidade é 0.</translation>
    </message>
    <message>
        <source>At depth %1 layer 1 learns %2.</source>
        <translation>Na profundidade %1 a camada 1 aprende %2.</translation>
    </message>
    <message>
        <source>At depth %1 layer 1 learns %2; by mean field (rms), %3.</source>
        <translation>Na profundidade %1 a camada 1 aprende %2; pelo campo médio (rms), %3.</translation>
    </message>
    <message>
        <source>%1 of %2 depths so far.</source>
        <translation>%1 de %2 profundidades até agora.</translation>
    </message>
    <message>
        <source>%1 evenly spaced depths are computed.</source>
        <translation>São calculadas %1 profundidades, escolhidas a intervalos regulares.</translation>
    </message>
    <message>
        <source>%1 depths are computed, each larger by the same factor.</source>
        <translation>São calculadas %1 profundidades, cada uma maior que a anterior pelo mesmo fator.</translation>
    </message>
    <message>
        <source>First layer over last, by depth</source>
        <translation>Primeira camada sobre a última, por profundidade</translation>
    </message>
    <message>
        <source>mean field (rms)</source>
        <translation>campo médio (rms)</translation>
    </message>
    <message>
        <source>Speed ratio</source>
        <translation>Razão das velocidades</translation>
    </message>
    <message>
        <source>activation: mean, 98 % (dashed)</source>
        <translation>ativação: média, 98 % (tracejada)</translation>
    </message>
    <message>
        <source>saturated share</source>
        <translation>fração saturada</translation>
    </message>
    <message>
        <source>± std of layer %1</source>
        <translation>± desvio padrão da camada %1</translation>
    </message>
    <message>
        <source>At %1 no statistics of the activations were kept.</source>
        <translation>Na %1 não foram guardadas estatísticas das ativações.</translation>
    </message>
    <message>
        <source>At %1 the activations of layer %2 have mean %3 and standard deviation %4; %5 % of them are saturated.</source>
        <translation>Na %1 as ativações da camada %2 têm média %3 e desvio padrão %4; %5 % delas estão saturadas.</translation>
    </message>
    <message>
        <source>Saturation over training</source>
        <translation>Saturação ao longo do treinamento</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturação</translation>
    </message>
    <message>
        <source>The activations of each hidden layer while the network is trained, over the first 300 examples: mean, standard deviation and 98th percentile, and, below, how many neurons are saturated, so that f′(z) lets hardly any gradient through. With logistic units the last hidden layer falls to 0 early on and comes back late, or never (Glorot &amp; Bengio 2010, figures 2 and 3).</source>
        <translation>As ativações de cada camada oculta enquanto a rede é treinada, sobre os primeiros 300 exemplos: média, desvio padrão e percentil 98, e, abaixo, quantos neurônios estão saturados, de modo que f′(z) quase não deixa passar gradiente. Com unidades logísticas, a última camada oculta cai a 0 logo no início e volta tarde, ou nunca (Glorot &amp; Bengio 2010, figuras 2 e 3).</translation>
    </message>
    <message>
        <source>%1: mean of aˡ</source>
        <translation>%1: média de aˡ</translation>
    </message>
    <message>
        <source>activation aˡ</source>
        <translation>ativação aˡ</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>média</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>camada %1</translation>
    </message>
    <message>
        <source>size of the activation |aˡ|</source>
        <translation>tamanho da ativação |aˡ|</translation>
    </message>
    <message>
        <source>%1: root mean square of aˡ</source>
        <translation>%1: raiz da média dos quadrados de aˡ</translation>
    </message>
    <message>
        <source>root mean square</source>
        <translation>raiz da média dos quadrados</translation>
    </message>
    <message>
        <source>The layers&apos; sizes are decades apart: drawn as |a| on a logarithmic scale.</source>
        <translation>Os tamanhos das camadas estão a décadas de distância: desenhados como |a| em escala logarítmica.</translation>
    </message>
    <message>
        <source>layer %1: mean %2, standard deviation %3</source>
        <translation>camada %1: média %2, desvio padrão %3</translation>
    </message>
    <message>
        <source>a₁ = %1.</source>
        <translation>a₁ = %1.</translation>
    </message>
    <message>
        <source>a₁ = %1 and %2 = %3.</source>
        <translation>a₁ = %1 e %2 = %3.</translation>
    </message>
    <message>
        <source>Activations by layer</source>
        <translation>Ativações por camada</translation>
    </message>
    <message>
        <source>Activation distribution</source>
        <translation>Distribuição das ativações</translation>
    </message>
    <message>
        <source>How the activations of each layer are spread over its neurons and the examples: a shape is wide where they are frequent (each is scaled to the same width), the tick is the median. Where they sit at the ends of f, the layer is saturated and its f′ near 0.</source>
        <translation>Como as ativações de cada camada se distribuem pelos neurônios e pelos exemplos: uma forma é larga onde elas são frequentes (cada uma é ajustada à mesma largura), o traço é a mediana. Onde ficam nos extremos de f, a camada está saturada e sua f′ é quase 0.</translation>
    </message>
    <message>
        <source>The learning speed is exactly 0 in %1: those neurons are empty and marked 0.</source>
        <translation>A velocidade de aprendizado é exatamente 0 em %1: esses neurônios estão vazios e marcados com 0.</translation>
    </message>
    <message>
        <source>Layers %1 of %2 are drawn; select a layer to see it and its neighbours.</source>
        <translation>São desenhadas as camadas %1 de %2; selecione uma camada para vê-la com suas vizinhas.</translation>
    </message>
    <message>
        <source>+ counts the neurons that are not drawn.</source>
        <translation>+ conta os neurônios que não são desenhados.</translation>
    </message>
    <message>
        <source>The only layer does not learn: ‖∂C/∂b₁‖ = 0.</source>
        <translation>A única camada não aprende: ‖∂C/∂b₁‖ = 0.</translation>
    </message>
    <message>
        <source>One layer that learns, at the speed ‖∂C/∂b₁‖ = %1.</source>
        <translation>Uma camada que aprende, à velocidade ‖∂C/∂b₁‖ = %1.</translation>
    </message>
    <message>
        <source>Learning speed ‖δˡ‖: %1 in layer 1, %2 in layer %3.</source>
        <translation>Velocidade de aprendizado ‖δˡ‖: %1 na camada 1, %2 na camada %3.</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>A rede</translation>
    </message>
    <message>
        <source>|δ| of the neuron</source>
        <translation>|δ| do neurônio</translation>
    </message>
    <message>
        <source>speed ‖δˡ‖</source>
        <translation>velocidade ‖δˡ‖</translation>
    </message>
    <message>
        <source>layer ℓ</source>
        <translation>camada ℓ</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>neurônio</translation>
    </message>
    <message>
        <source>Each neuron has the colour of its own |δ|; of the links into it the 3 strongest are drawn, dashed where the weight is negative.</source>
        <translation>Cada neurônio tem a cor do seu próprio |δ|; das ligações que chegam a ele, desenham-se as 3 mais fortes, tracejadas onde o peso é negativo.</translation>
    </message>
    <message>
        <source>Each neuron has the colour of its own |δ|; links show the weights, dashed where negative.</source>
        <translation>Cada neurônio tem a cor do seu próprio |δ|; as ligações mostram os pesos, tracejadas onde são negativos.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>|∏| ≥ %1</source>
        <translation>|∏| ≥ %1</translation>
    </message>
    <message>
        <source>%1 wide</source>
        <translation>largura %1</translation>
    </message>
    <message>
        <source>the present a₀</source>
        <translation>o a₀ atual</translation>
    </message>
    <message>
        <source>All inputs</source>
        <translation>Todas as entradas</translation>
    </message>
    <message>
        <source>input a₀</source>
        <translation>entrada a₀</translation>
    </message>
    <message>
        <source>Around the largest product</source>
        <translation>Em torno do maior produto</translation>
    </message>
    <message>
        <source>The nearest window</source>
        <translation>A janela mais próxima</translation>
    </message>
    <message>
        <source>The curves are drawn through %1 and %2 samples, closer together where they bend.</source>
        <translation>As curvas são traçadas por %1 e %2 amostras, mais próximas entre si onde elas se curvam.</translation>
    </message>
    <message>
        <source>Which inputs explode</source>
        <translation>Quais entradas explodem</translation>
    </message>
    <message>
        <source>Explosion window</source>
        <translation>Janela da explosão</translation>
    </message>
    <message>
        <source>back, |∂a%1/∂aₗ|</source>
        <translation>para trás, |∂a%1/∂aₗ|</translation>
    </message>
    <message>
        <source>back &lt; 0</source>
        <translation>para trás &lt; 0</translation>
    </message>
    <message>
        <source>forward, |∂aₗ/∂a₀|</source>
        <translation>para a frente, |∂aₗ/∂a₀|</translation>
    </message>
    <message>
        <source>forward &lt; 0</source>
        <translation>para a frente &lt; 0</translation>
    </message>
    <message>
        <source>%1: %2 of %3 layers are marked.</source>
        <translation>%1: %2 de %3 camadas estão marcadas.</translation>
    </message>
    <message>
        <source>The pin %1 is not a chain and has no product to draw.</source>
        <translation>O cenário fixado %1 não é uma cadeia e não tem produto para desenhar.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 = 0 exactly: a factor of 0 cuts the chain.</source>
        <translation>%1 = 0 exatamente: um fator 0 corta a cadeia.</translation>
    </message>
    <message>
        <source>%1 = %2, the only factor.</source>
        <translation>%1 = %2, o único fator.</translation>
    </message>
    <message>
        <source>%1 = %2: %3 factors, %4 each in the geometric mean.</source>
        <translation>%1 = %2: %3 fatores, cada um %4 na média geométrica.</translation>
    </message>
    <message>
        <source>The running product of the factors</source>
        <translation>O produto acumulado dos fatores</translation>
    </message>
    <message>
        <source>product</source>
        <translation>produto</translation>
    </message>
    <message>
        <source>Running product</source>
        <translation>Produto acumulado</translation>
    </message>
    <message>
        <source>The gradient&apos;s path through the chain: the product of the factors wₗ f′(zₗ) from the output back to each layer, ∂a_L/∂aₗ, and from the input onwards, ∂aₗ/∂a₀, on a logarithmic scale. Both end at the same number, ∂a_L/∂a₀. In a wide network: ‖δˡ‖ over that of the last layer.</source>
        <translation>O caminho do gradiente pela cadeia: o produto dos fatores wₗ f′(zₗ) da saída de volta a cada camada, ∂a_L/∂aₗ, e da entrada em diante, ∂aₗ/∂a₀, em escala logarítmica. Ambos terminam no mesmo número, ∂a_L/∂a₀. Em uma rede larga: ‖δˡ‖ sobre o da última camada.</translation>
    </message>
    <message>
        <source>‖Δwˡ‖ / ‖wˡ‖</source>
        <translation>‖Δwˡ‖ / ‖wˡ‖</translation>
    </message>
    <message>
        <source>The step of epoch %1 changed the weights of layer 1 by %2 of their size; about 10⁻³ is a good pace.</source>
        <translation>O passo da época %1 mudou os pesos da camada 1 em %2 do seu tamanho; cerca de 10⁻³ é um bom ritmo.</translation>
    </message>
    <message>
        <source>Size of the steps over training</source>
        <translation>Tamanho dos passos ao longo do treinamento</translation>
    </message>
    <message>
        <source>a good pace</source>
        <translation>um bom ritmo</translation>
    </message>
    <message>
        <source>Update ratio</source>
        <translation>Razão de atualização</translation>
    </message>
    <message>
        <source>How far each step moves the weights of a layer, measured by their size: ‖Δwˡ‖/‖wˡ‖, on a logarithmic scale. About 10⁻³ is a good pace; layers decades below it stand still, above 10⁻¹ they forget what they were.</source>
        <translation>Quanto cada passo move os pesos de uma camada, em relação ao tamanho deles: ‖Δwˡ‖/‖wˡ‖, em escala logarítmica. Cerca de 10⁻³ é um bom ritmo; camadas décadas abaixo disso ficam paradas, acima de 10⁻¹ esquecem o que eram.</translation>
    </message>
    <message>
        <source>|∂C/∂w| of single weights</source>
        <translation>|∂C/∂w| de pesos individuais</translation>
    </message>
    <message>
        <source>At %1 no gradient of layer %2 other than 0 is known.</source>
        <translation>Na %1 não se conhece nenhum gradiente da camada %2 diferente de 0.</translation>
    </message>
    <message>
        <source>At %1 nine in ten gradients of layer %2’s weights lie between %3 and %4.</source>
        <translation>Na %1 nove em cada dez gradientes dos pesos da camada %2 estão entre %3 e %4.</translation>
    </message>
    <message>
        <source>Spread of the gradients over training</source>
        <translation>Dispersão dos gradientes ao longo do treinamento</translation>
    </message>
    <message>
        <source>middle 90 % of layer %1</source>
        <translation>90 % centrais da camada %1</translation>
    </message>
    <message>
        <source>Gradients over training</source>
        <translation>Gradientes ao longo do treinamento</translation>
    </message>
    <message>
        <source>How large the gradients of single weights are in each layer while the network is trained: the median of those that are not 0, and the middle nine tenths of the selected layer’s. Where the layers’ medians lie decades apart, no single learning rate η suits them all.</source>
        <translation>Quão grandes são os gradientes de pesos individuais em cada camada enquanto a rede é treinada: a mediana dos que não são 0 e os nove décimos centrais da camada selecionada. Onde as medianas das camadas estão a décadas de distância, nenhuma taxa de aprendizado η única serve para todas.</translation>
    </message>
    <message>
        <source>width of the window in a</source>
        <translation>largura da janela em a</translation>
    </message>
    <message>
        <source>window without bound</source>
        <translation>janela sem limite</translation>
    </message>
    <message>
        <source>From |w| = %1 on the window has no bound: %2′ does not fall below 1/|w| again.</source>
        <translation>A partir de |w| = %1 a janela não tem limite: %2′ não volta a cair abaixo de 1/|w|.</translation>
    </message>
    <message>
        <source>widest: %1 at |w| = %2</source>
        <translation>mais larga: %1 em |w| = %2</translation>
    </message>
    <message>
        <source>widest window</source>
        <translation>janela mais larga</translation>
    </message>
    <message>
        <source>w = %1 lies left of the drawing (the axis is logarithmic): marked at its border.</source>
        <translation>w = %1 fica à esquerda do desenho (o eixo é logarítmico): marcado na borda.</translation>
    </message>
    <message>
        <source>The pin %1 is not a chain and has no single weight to mark.</source>
        <translation>O cenário fixado %1 não é uma cadeia e não tem um peso único para marcar.</translation>
    </message>
    <message>
        <source>%1: |w|</source>
        <translation>%1: |w|</translation>
    </message>
    <message>
        <source>Of the %1 layers with a weight of their own, %2 are marked.</source>
        <translation>Das %1 camadas com peso próprio, %2 estão marcadas.</translation>
    </message>
    <message>
        <source>layers with the shared w</source>
        <translation>camadas com o w comum</translation>
    </message>
    <message>
        <source>layers with a w of their own</source>
        <translation>camadas com w próprio</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 is just below 1: there is no a with |w %1′(wa + b)| ≥ 1.</source>
        <translation>|w|·max %1′ = %2 × %3 fica logo abaixo de 1: não há nenhum a com |w %1′(wa + b)| ≥ 1.</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 = %4 &lt; 1: there is no a with |w %1′(wa + b)| ≥ 1.</source>
        <translation>|w|·max %1′ = %2 × %3 = %4 &lt; 1: não há nenhum a com |w %1′(wa + b)| ≥ 1.</translation>
    </message>
    <message>
        <source>With |w| = %1 the inputs a with |w %2′(wa + b)| ≥ 1 fill a half-line or more.</source>
        <translation>Com |w| = %1 as entradas a com |w %2′(wa + b)| ≥ 1 ocupam uma semirreta ou mais.</translation>
    </message>
    <message>
        <source>With |w| = %1 the inputs a with |w %2′(wa + b)| ≥ 1 fill a window %3 wide, whatever b is.</source>
        <translation>Com |w| = %1 as entradas a com |w %2′(wa + b)| ≥ 1 ocupam uma janela de largura %3, qualquer que seja b.</translation>
    </message>
    <message>
        <source>At |w| = %1 the window |w %2′(wa + b)| ≥ 1 is %3 wide in a, whatever b is; the widest, %4, is at |w| = %5.</source>
        <translation>Em |w| = %1 a janela |w %2′(wa + b)| ≥ 1 tem largura %3 em a, qualquer que seja b; a mais larga, %4, está em |w| = %5.</translation>
    </message>
    <message>
        <source>The window of inputs, against |w|</source>
        <translation>A janela das entradas em função de |w|</translation>
    </message>
    <message>
        <source>size of the weight, |w|</source>
        <translation>tamanho do peso, |w|</translation>
    </message>
    <message>
        <source>The curve is that of the hidden layers; the output has another activation.</source>
        <translation>A curva é a das camadas ocultas; a saída tem outra ativação.</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>Largura da janela</translation>
    </message>
    <message>
        <source>fewer digits (subnormal)</source>
        <translation>menos dígitos (subnormal)</translation>
    </message>
    <message>
        <source>0 in %1</source>
        <translation>0 em %1</translation>
    </message>
    <message>
        <source>∞ in %1</source>
        <translation>∞ em %1</translation>
    </message>
    <message>
        <source>δ is lost</source>
        <translation>δ se perde</translation>
    </message>
    <message>
        <source>lost in %1</source>
        <translation>perdido em %1</translation>
    </message>
    <message>
        <source>in %1 at layer %2 (∞)</source>
        <translation>em %1 na camada %2 (∞)</translation>
    </message>
    <message>
        <source>in %1 at layer %2 (0)</source>
        <translation>em %1 na camada %2 (0)</translation>
    </message>
    <message>
        <source>δ is exactly 0 in every layer: there is nothing that a format could lose.</source>
        <translation>δ é exatamente 0 em todas as camadas: não há nada que um formato possa perder.</translation>
    </message>
    <message>
        <source>in %1 at layer %2</source>
        <translation>em %1 na camada %2</translation>
    </message>
    <message>
        <source>Hardware that flushes subnormals to 0 loses it %1.</source>
        <translation>O hardware que troca os subnormais por 0 o perde %1.</translation>
    </message>
    <message>
        <source>Judged by ‖δˡ‖: single neurons fall below it earlier.</source>
        <translation>Avaliado por ‖δˡ‖: neurônios isolados caem abaixo disso antes.</translation>
    </message>
    <message>
        <source>%1: ‖δˡ‖</source>
        <translation>%1: ‖δˡ‖</translation>
    </message>
    <message>
        <source>Where float formats lose δ</source>
        <translation>Onde os formatos de ponto flutuante perdem δ</translation>
    </message>
    <message>
        <source>‖δˡ‖</source>
        <translation>‖δˡ‖</translation>
    </message>
    <message>
        <source>Float formats</source>
        <translation>Formatos de ponto flutuante</translation>
    </message>
    <message>
        <source>speed of layer 1, last layer = 1</source>
        <translation>velocidade da camada 1, última camada = 1</translation>
    </message>
    <message>
        <source>One of the two layers does not learn at all: there is no ratio.</source>
        <translation>Uma das duas camadas não aprende nada: não há razão.</translation>
    </message>
    <message>
        <source>Layer 1 learned %1 at the start, and %2 at %3.</source>
        <translation>A camada 1 aprendia %1 no início, e %2 na %3.</translation>
    </message>
    <message>
        <source>First against last layer over training</source>
        <translation>Primeira contra última camada ao longo do treinamento</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>equilíbrio</translation>
    </message>
    <message>
        <source>bias ‖⟨δ¹⟩‖ / ‖⟨δᴸ⟩‖</source>
        <translation>viés ‖⟨δ¹⟩‖ / ‖⟨δᴸ⟩‖</translation>
    </message>
    <message>
        <source>weight ‖∂C/∂w¹‖ / ‖∂C/∂wᴸ‖</source>
        <translation>peso ‖∂C/∂w¹‖ / ‖∂C/∂wᴸ‖</translation>
    </message>
    <message>
        <source>First against last</source>
        <translation>Primeira contra última</translation>
    </message>
    <message>
        <source>How fast the first layer learns relative to the last one while the network is trained. At 1 they are in balance; far below 1 the gradient vanishes on its way back, far above 1 it explodes.</source>
        <translation>Quão rápido a primeira camada aprende em relação à última enquanto a rede é treinada. Em 1 elas estão em equilíbrio; muito abaixo de 1 o gradiente se dissipa no caminho de volta, muito acima de 1 ele explode.</translation>
    </message>
    <message>
        <source>χ₁</source>
        <translation>χ₁</translation>
    </message>
    <message>
        <source>critical line, χ₁ = 1</source>
        <translation>linha crítica, χ₁ = 1</translation>
    </message>
    <message>
        <source>A finer map is being computed.</source>
        <translation>Um mapa mais fino está sendo calculado.</translation>
    </message>
    <message>
        <source>No critical line crosses this plane.</source>
        <translation>Nenhuma linha crítica cruza este plano.</translation>
    </message>
    <message>
        <source>this scenario</source>
        <translation>este cenário</translation>
    </message>
    <message>
        <source>Where gradients vanish and explode</source>
        <translation>Onde os gradientes se dissipam e explodem</translation>
    </message>
    <message>
        <source>Phase diagram</source>
        <translation>Diagrama de fases</translation>
    </message>
    <message>
        <source>output: %1′(z)</source>
        <translation>saída: %1′(z)</translation>
    </message>
    <message>
        <source>%1: z lies outside the drawing in %2, up to |z| = %3; marked at the border.</source>
        <translation>%1: z fica fora do desenho em %2, até |z| = %3; marcado na borda.</translation>
    </message>
    <message>
        <source>%1: zˡ</source>
        <translation>%1: zˡ</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>Esta rede</translation>
    </message>
    <message>
        <source>zˡ of the layers</source>
        <translation>zˡ das camadas</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 = %4: where the band is shaded, |w %1′(z)| ≥ 1.</source>
        <translation>|w|·max %1′ = %2 × %3 = %4: onde a faixa está sombreada, |w %1′(z)| ≥ 1.</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 = %4: |w %1′(z)| ≥ 1 for z from %5 to %6.</source>
        <translation>|w|·max %1′ = %2 × %3 = %4: |w %1′(z)| ≥ 1 para z de %5 a %6.</translation>
    </message>
    <message>
        <source>%1 and %1′, with every layer&apos;s z</source>
        <translation>%1 e %1′, com o z de cada camada</translation>
    </message>
    <message>
        <source>Derivative curve</source>
        <translation>Curva da derivada</translation>
    </message>
    <message>
        <source>within a factor of %1</source>
        <translation>dentro de um fator de %1</translation>
    </message>
    <message>
        <source>Balanced by chance</source>
        <translation>Equilibradas por acaso</translation>
    </message>
    <message>
        <source>share of the networks</source>
        <translation>fração das redes</translation>
    </message>
    <message>
        <source>5–95 % of %1 seeds</source>
        <translation>5–95 % de %1 sementes</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>At depth %1 a layer does not learn at all in 5 % or more of the networks: no band is drawn there.</source>
        <translation>Na profundidade %1 uma camada não aprende nada em 5 % ou mais das redes: ali não se desenha faixa.</translation>
    </message>
    <message>
        <source>At depth %1 a layer does not learn at all in half of the networks or more: the ratio has no bound.</source>
        <translation>Na profundidade %1 uma camada não aprende nada em metade das redes ou mais: a razão não tem limite.</translation>
    </message>
    <message>
        <source>How far apart the layers learn</source>
        <translation>Quão distantes as camadas aprendem</translation>
    </message>
    <message>
        <source>fastest over slowest layer</source>
        <translation>camada mais rápida sobre a mais lenta</translation>
    </message>
    <message>
        <source>Of %1 networks of depth %2, %3 % learn within a factor of 2 and %4 % within a factor of 10 in all layers.</source>
        <translation>De %1 redes de profundidade %2, %3 % aprendem dentro de um fator de 2 e %4 % dentro de um fator de 10 em todas as camadas.</translation>
    </message>
    <message>
        <source>%1 In half of them the fastest layer learns at least %2 times as fast as the slowest.</source>
        <translation>%1 Em metade delas a camada mais rápida aprende pelo menos %2 vezes mais rápido que a mais lenta.</translation>
    </message>
    <message>
        <source>Nothing here is random: the initial weights and the inputs are the same for every seed, so chance plays no part in the balance.</source>
        <translation>Nada aqui é aleatório: os pesos iniciais e as entradas são os mesmos para todas as sementes, então o acaso não influi no equilíbrio.</translation>
    </message>
    <message>
        <source>A single layer has no other to be balanced with.</source>
        <translation>Uma única camada não tem outra com que se equilibrar.</translation>
    </message>
    <message>
        <source>Of the %1 depths %2 are computed, closer together where they are small.</source>
        <translation>Das %1 profundidades são calculadas %2, mais próximas entre si onde são pequenas.</translation>
    </message>
    <message>
        <source>In %1 of the networks of depth %2 a layer does not learn at all: these are within no factor.</source>
        <translation>Em %1 das redes de profundidade %2 uma camada não aprende nada: elas não ficam dentro de nenhum fator.</translation>
    </message>
    <message>
        <source>Balance by chance</source>
        <translation>Equilíbrio por acaso</translation>
    </message>
    <message>
        <source>How likely all layers are to learn about equally fast by chance: over many seeds, the share of networks whose fastest layer learns at most 2 or 10 times as fast as the slowest (‖∂C/∂bˡ‖ of the mean cost), and that ratio with its spread, against the depth.</source>
        <translation>Qual é a probabilidade de todas as camadas aprenderem, por acaso, mais ou menos à mesma velocidade: sobre muitas sementes, a fração das redes cuja camada mais rápida aprende no máximo 2 ou 10 vezes mais rápido que a mais lenta (‖∂C/∂bˡ‖ do custo médio), e essa razão com sua dispersão, em função da profundidade.</translation>
    </message>
    <message>
        <source>bias ‖δˡ‖</source>
        <translation>viés ‖δˡ‖</translation>
    </message>
    <message>
        <source>bias ‖⟨δˡ⟩‖</source>
        <translation>viés ‖⟨δˡ⟩‖</translation>
    </message>
    <message>
        <source>bias ⟨‖δˡ‖⟩</source>
        <translation>viés ⟨‖δˡ‖⟩</translation>
    </message>
    <message>
        <source>bias √⟨‖δˡ‖²⟩</source>
        <translation>viés √⟨‖δˡ‖²⟩</translation>
    </message>
    <message>
        <source>weight ‖∂C/∂wˡ‖</source>
        <translation>peso ‖∂C/∂wˡ‖</translation>
    </message>
    <message>
        <source>The only layer has bias speed ‖∂C/∂b₁‖ = %1.</source>
        <translation>A única camada tem velocidade do viés ‖∂C/∂b₁‖ = %1.</translation>
    </message>
    <message>
        <source>The only layer has bias speed %1 = %2.</source>
        <translation>A única camada tem velocidade do viés %1 = %2.</translation>
    </message>
    <message>
        <source>%1 = %2 and %3 = 0: the biases of the last layer do not learn.</source>
        <translation>%1 = %2 e %3 = 0: os vieses da última camada não aprendem.</translation>
    </message>
    <message>
        <source>%1 = %2 and %3 = %4: layer 1 learns %5.</source>
        <translation>%1 = %2 e %3 = %4: a camada 1 aprende %5.</translation>
    </message>
    <message>
        <source>Learning speed by layer</source>
        <translation>Velocidade de aprendizado por camada</translation>
    </message>
    <message>
        <source>learning speed</source>
        <translation>velocidade de aprendizado</translation>
    </message>
    <message>
        <source>Learning speed</source>
        <translation>Velocidade de aprendizado</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>z of layer %1</source>
        <translation>z da camada %1</translation>
    </message>
    <message>
        <source>share of z [%]</source>
        <translation>fração de z [%]</translation>
    </message>
    <message>
        <source>Of %1 layers only %2 are described: layer %3 is the nearest one.</source>
        <translation>De %1 camadas, só %2 são descritas: a camada %3 é a mais próxima.</translation>
    </message>
    <message>
        <source>The most saturated layer is drawn; select another to see its z.</source>
        <translation>Está desenhada a camada mais saturada; selecione outra para ver seu z.</translation>
    </message>
    <message>
        <source>No layer is saturated: the first is drawn; select another to see its z.</source>
        <translation>Nenhuma camada está saturada: está desenhada a primeira; selecione outra para ver seu z.</translation>
    </message>
    <message>
        <source>z of layer %1 is too large to be drawn.</source>
        <translation>O z da camada %1 é grande demais para ser desenhado.</translation>
    </message>
    <message>
        <source>%1 % of the z are exactly 0: left out of the bars.</source>
        <translation>%1 % dos z são exatamente 0: ficam fora das barras.</translation>
    </message>
    <message>
        <source>Faint outlines: the other layers, on the same scale; taller ones are cut off.</source>
        <translation>Contornos tênues: as outras camadas, na mesma escala; os mais altos são cortados.</translation>
    </message>
    <message>
        <source>Layer %1 has z = %2, where %3′(z) = %4: %5 % of its maximum %6.</source>
        <translation>A camada %1 tem z = %2, onde %3′(z) = %4: %5 % do seu máximo %6.</translation>
    </message>
    <message>
        <source>Where z meets f′</source>
        <translation>Onde z encontra f′</translation>
    </message>
    <message>
        <source>z on the derivative</source>
        <translation>z sobre a derivada</translation>
    </message>
    <message>
        <source>The pin %1 is not a chain and has no factors to draw.</source>
        <translation>O cenário fixado %1 não é uma cadeia e não tem fatores a desenhar.</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>máx. %1</translation>
    </message>
    <message>
        <source>The two factors of each layer</source>
        <translation>Os dois fatores de cada camada</translation>
    </message>
    <message>
        <source>size</source>
        <translation>tamanho</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Fatores</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>época</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>época %1</translation>
    </message>
    <message>
        <source>epoch %1 (step %2)</source>
        <translation>época %1 (passo %2)</translation>
    </message>
    <message>
        <source>Upright lines: where the training was changed in mid-run.</source>
        <translation>Linhas verticais: onde o treinamento foi alterado no meio do caminho.</translation>
    </message>
    <message>
        <source>Nothing has been trained yet: press “Train”, above the figures.</source>
        <translation>Nada foi treinado ainda: pressione “Treinar”, acima das figuras.</translation>
    </message>
    <message>
        <source>the input, a₀ = %1</source>
        <translation>a entrada, a₀ = %1</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>entrada %1</translation>
    </message>
    <message>
        <source>input %1 = %2</source>
        <translation>entrada %1 = %2</translation>
    </message>
    <message>
        <source>input %1, mean %2 over %3 examples</source>
        <translation>entrada %1, média %2 sobre %3 exemplos</translation>
    </message>
    <message>
        <source>layer %1, neuron %2</source>
        <translation>camada %1, neurônio %2</translation>
    </message>
    <message>
        <source>At a₀ = %1, %2 = %3; the windows with |%2| ≥ %4 are being computed.</source>
        <translation>Em a₀ = %1, %2 = %3; as janelas com |%2| ≥ %4 estão sendo calculadas.</translation>
    </message>
    <message>
        <source>At a₀ = %1, %2 = %3; no input in [0, 1] has |%2| ≥ %4.</source>
        <translation>Em a₀ = %1, %2 = %3; nenhuma entrada em [0, 1] tem |%2| ≥ %4.</translation>
    </message>
    <message>
        <source>|%1| ≥ %2 on %3 of [0, 1] (windows: %4). At a₀ = %5 it is %6.</source>
        <translation>|%1| ≥ %2 em %3 de [0, 1] (janelas: %4). Em a₀ = %5 é %6.</translation>
    </message>
    <message>
        <source>|%1| ≥ %2 on %3 of [0, 1] (windows: %4; at most %5 for any weights). At a₀ = %6 it is %7.</source>
        <translation>|%1| ≥ %2 em %3 de [0, 1] (janelas: %4; no máximo %5 para quaisquer pesos). Em a₀ = %6 é %7.</translation>
    </message>
    <message>
        <source>Windows narrower than 4 doubles at their a₀, marked as lines: %1; the narrowest is %2 wide.</source>
        <translation>Janelas mais estreitas que 4 doubles em seu a₀, marcadas como linhas: %1; a mais estreita tem largura %2.</translation>
    </message>
    <message>
        <source>The present a₀ = %1 lies outside [0, 1].</source>
        <translation>O a₀ atual = %1 fica fora de [0, 1].</translation>
    </message>
    <message>
        <source>There is no bound on the measure: f is not monotone or not bounded.</source>
        <translation>Não há limite para a medida: f não é monótona ou não é limitada.</translation>
    </message>
    <message>
        <source>f is not monotone: the windows were sampled, narrow ones may be missing.</source>
        <translation>f não é monótona: as janelas foram amostradas, podem faltar janelas estreitas.</translation>
    </message>
    <message>
        <source>The search was stopped at its limit of work: windows may be missing.</source>
        <translation>A busca foi interrompida no seu limite de trabalho: podem faltar janelas.</translation>
    </message>
    <message>
        <source>The %1 windows nearest to the present a₀, of %2, are shaded.</source>
        <translation>Estão sombreadas as %1 janelas mais próximas do a₀ atual, de %2.</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>camadas %1</translation>
    </message>
    <message>
        <source>%1 layers between %2 and %3</source>
        <translation>%1 camadas entre %2 e %3</translation>
    </message>
    <message>
        <source>The results are being computed.</source>
        <translation>Os resultados estão sendo calculados.</translation>
    </message>
    <message>
        <source>This figure is about chains: it needs one neuron in each layer, inputs and outputs included.</source>
        <translation>Esta figura é sobre cadeias: precisa de um neurônio em cada camada, entradas e saídas inclusive.</translation>
    </message>
    <message>
        <source>%1 % of %2 are exactly 0 in %3: left out of the shape.</source>
        <translation>%1 % de %2 são exatamente 0 em %3: ficam fora da forma.</translation>
    </message>
    <message>
        <source>Up to %1 % of %2 are exactly 0 in %3: left out of the shapes.</source>
        <translation>Até %1 % de %2 são exatamente 0 em %3: ficam fora das formas.</translation>
    </message>
    <message>
        <source>%1 is too large to be drawn in %2.</source>
        <translation>%1 é grande demais para ser desenhado em %2.</translation>
    </message>
    <message>
        <source>Of %1 layers, %2 are drawn, evenly spaced.</source>
        <translation>De %1 camadas, %2 estão desenhadas, escolhidas a intervalos regulares.</translation>
    </message>
    <message>
        <source>Only some of the examples are looked at, evenly spaced: %1 values per layer are left out.</source>
        <translation>Só alguns dos exemplos são examinados, a intervalos regulares: %1 valores por camada ficam de fora.</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 camadas</translation>
    </message>
    <message>
        <source>%1: 5–95 % of %2 seeds</source>
        <translation>%1: 5–95 % de %2 sementes</translation>
    </message>
    <message>
        <source>%1 is exactly 0 in %2 for 5 % or more of the networks: no band is drawn there.</source>
        <translation>%1 é exatamente 0 em %2 para 5 % ou mais das redes: nenhuma faixa é desenhada ali.</translation>
    </message>
    <message>
        <source>%1: median</source>
        <translation>%1: mediana</translation>
    </message>
    <message>
        <source>%1 of %2 seeds so far.</source>
        <translation>%1 de %2 sementes até agora.</translation>
    </message>
    <message>
        <source>The band over seeds is being computed.</source>
        <translation>A faixa sobre as sementes está sendo calculada.</translation>
    </message>
    <message>
        <source>For so deep a network only %1 of the %2 seeds are used.</source>
        <translation>Em uma rede tão profunda usam-se só %1 das %2 sementes.</translation>
    </message>
    <message>
        <source>One layer: there is no step from one to the next.</source>
        <translation>Uma camada: não há passagem de uma à seguinte.</translation>
    </message>
    <message>
        <source>With many neurons a factor is a matrix; what is drawn is its effect on ‖δ‖. Nothing reaches layer 1.</source>
        <translation>Com muitos neurônios um fator é uma matriz; o que se desenha é o seu efeito sobre ‖δ‖. Nada chega à camada 1.</translation>
    </message>
    <message>
        <source>With many neurons a factor is a matrix; what is drawn is its effect on ‖δ‖ (rms): %1 per layer in the geometric mean, %2 at least and %3 at most.</source>
        <translation>Com muitos neurônios um fator é uma matriz; o que se desenha é o seu efeito sobre ‖δ‖ (rms): %1 por camada na média geométrica, no mínimo %2 e no máximo %3.</translation>
    </message>
    <message>
        <source>%1 is exactly 0 in %2: marked 0.</source>
        <translation>%1 é exatamente 0 em %2: marcado 0.</translation>
    </message>
    <message>
        <source>%1 is larger than any number that can be drawn in %2 (its exponent has 19 digits): marked ↑.</source>
        <translation>%1 é maior que qualquer número que se possa desenhar em %2 (seu expoente tem 19 dígitos): marcado ↑.</translation>
    </message>
    <message>
        <source>%1 is smaller than any number that can be drawn in %2 (its exponent has 19 digits): marked ↓.</source>
        <translation>%1 é menor que qualquer número que se possa desenhar em %2 (seu expoente tem 19 dígitos): marcado ↓.</translation>
    </message>
    <message>
        <source>%1: root mean square of δˡ</source>
        <translation>%1: raiz da média dos quadrados de δˡ</translation>
    </message>
    <message>
        <source>|δˡ| of a neuron</source>
        <translation>|δˡ| de um neurônio</translation>
    </message>
    <message>
        <source>δˡ</source>
        <translation>δˡ</translation>
    </message>
    <message>
        <source>|δ₁| = %1.</source>
        <translation>|δ₁| = %1.</translation>
    </message>
    <message>
        <source>The median of |δ₁| is %1 (90 % of it between %2 and %3).</source>
        <translation>A mediana de |δ₁| é %1 (90 % dos valores entre %2 e %3).</translation>
    </message>
    <message>
        <source>|δ₁| = %1 and |%2| = %3: a ratio of %4.</source>
        <translation>|δ₁| = %1 e |%2| = %3: uma razão de %4.</translation>
    </message>
    <message>
        <source>The median of |δ₁| is %1 (90 % of it between %2 and %3), that of |%4| is %5: a ratio of %6.</source>
        <translation>A mediana de |δ₁| é %1 (90 % dos valores entre %2 e %3), a de |%4| é %5: uma razão de %6.</translation>
    </message>
    <message>
        <source>Gradients by layer</source>
        <translation>Gradientes por camada</translation>
    </message>
    <message>
        <source>Gradient distribution</source>
        <translation>Distribuição dos gradientes</translation>
    </message>
    <message>
        <source>share classified correctly</source>
        <translation>fração classificada corretamente</translation>
    </message>
    <message>
        <source>These targets are not classes: there is nothing to classify.</source>
        <translation>Estes alvos não são classes: não há nada a classificar.</translation>
    </message>
    <message>
        <source>At %1 the network classifies %2 % of the training examples correctly, and %3 % of those held out.</source>
        <translation>Na %1 a rede classifica corretamente %2 % dos exemplos de treinamento, e %3 % dos reservados.</translation>
    </message>
    <message>
        <source>At %1 the network classifies %2 % of the training examples correctly.</source>
        <translation>Na %1 a rede classifica corretamente %2 % dos exemplos de treinamento.</translation>
    </message>
    <message>
        <source>Accuracy over training</source>
        <translation>Acurácia ao longo do treinamento</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>acaso</translation>
    </message>
    <message>
        <source>training examples</source>
        <translation>exemplos de treinamento</translation>
    </message>
    <message>
        <source>held-out examples</source>
        <translation>exemplos reservados</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Acurácia</translation>
    </message>
    <message>
        <source>The share of examples that the network classifies correctly, among those that it learns from and among those held out. The gap between the two is what it has learnt by heart.</source>
        <translation>A fração dos exemplos que a rede classifica corretamente, entre aqueles com que aprende e entre os reservados. A diferença entre as duas é o que ela decorou.</translation>
    </message>
    <message>
        <source>cost C</source>
        <translation>custo C</translation>
    </message>
    <message>
        <source>learning speed of layer 1</source>
        <translation>velocidade de aprendizado da camada 1</translation>
    </message>
    <message>
        <source>Cost after the same training: %1.</source>
        <translation>Custo depois do mesmo treinamento: %1.</translation>
    </message>
    <message>
        <source>Pin a scenario, change one thing, and train: both are drawn here.</source>
        <translation>Fixe um cenário, mude uma coisa e treine: ambos são desenhados aqui.</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 pinned scenarios are trained.</source>
        <translation>Só os primeiros %1 de %2 cenários fixados são treinados.</translation>
    </message>
    <message>
        <source>Trainings side by side</source>
        <translation>Treinamentos lado a lado</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>The training of this scenario beside those of the pinned ones, two to six in all, each from its own start: their cost, their accuracy (on held-out examples where there are some), or the speed of their first layer.</source>
        <translation>O treinamento deste cenário ao lado dos treinamentos dos cenários fixados, de dois a seis ao todo, cada um desde o próprio início: seu custo, sua acurácia (nos exemplos reservados, onde os há) ou a velocidade de sua primeira camada.</translation>
    </message>
    <message>
        <source>“%1” would not fit into memory.</source>
        <translation>“%1” não caberia na memória.</translation>
    </message>
    <message>
        <source>%1: nothing learns</source>
        <translation>%1: nada aprende</translation>
    </message>
    <message>
        <source>Speed of layer 1 relative to layer %1: %2.</source>
        <translation>Velocidade da camada 1 em relação à camada %1: %2.</translation>
    </message>
    <message>
        <source>One layer has no way back on which a gradient could vanish: %1.</source>
        <translation>Uma camada não tem caminho de volta em que um gradiente possa se dissipar: %1.</translation>
    </message>
    <message>
        <source>Seed, shape and data are those of the scenario.</source>
        <translation>Semente, forma e dados são os do cenário.</translation>
    </message>
    <message>
        <source>Same scenario and seed, except: %1.</source>
        <translation>O mesmo cenário e a mesma semente, exceto: %1.</translation>
    </message>
    <message>
        <source>The ladder of remedies, one seed</source>
        <translation>A escada de soluções, uma semente</translation>
    </message>
    <message>
        <source>learning speed ‖δˡ‖, last layer = 1</source>
        <translation>velocidade de aprendizado ‖δˡ‖, última camada = 1</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Escada</translation>
    </message>
    <message>
        <source>The same seed, shape and data with six remedies in turn: sigmoid with N(0, 1), sigmoid with Glorot’s initialization, tanh with Glorot’s, ReLU with He’s, the latter with residual connections, and the latter with batch normalization. Drawn is how fast each layer learns relative to the last one. A flat curve is what one wants; batch normalization makes the gradient of a plain deep network explode.</source>
        <translation>A mesma semente, a mesma forma e os mesmos dados com seis soluções: sigmoide com N(0, 1), sigmoide com a inicialização de Glorot, tanh com a de Glorot, ReLU com a de He, esta última com conexões residuais e esta última com normalização por lote. Desenha-se quão rápido cada camada aprende em relação à última. O que se quer é uma curva plana; a normalização por lote faz explodir o gradiente de uma rede profunda simples.</translation>
    </message>
    <message>
        <source>At %1 the cost is %2, from %3 at the start; on the examples held out it is %4.</source>
        <translation>Na %1 o custo é %2, a partir de %3 no início; nos exemplos reservados é %4.</translation>
    </message>
    <message>
        <source>At %1 the cost is %2, from %3 at the start.</source>
        <translation>Na %1 o custo é %2, a partir de %3 no início.</translation>
    </message>
    <message>
        <source>Cost over training</source>
        <translation>Custo ao longo do treinamento</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Custo</translation>
    </message>
    <message>
        <source>What training makes smaller: the mean cost C over the training examples, without the term of weight decay, on a logarithmic scale, and that of examples held out. A plateau with a fast last layer is what a vanishing gradient looks like from outside.</source>
        <translation>O que o treinamento diminui: o custo médio C sobre os exemplos de treinamento, sem o termo do decaimento dos pesos, em escala logarítmica, e o dos exemplos reservados. Um platô com a última camada rápida é como a dissipação do gradiente se mostra de fora.</translation>
    </message>
    <message>
        <source>From layer ℓ to the output, ∂aᴸ/∂aˡ⁻¹</source>
        <translation>Da camada ℓ à saída, ∂aᴸ/∂aˡ⁻¹</translation>
    </message>
    <message>
        <source>The smallest σ of ∂aᴸ/∂aˡ⁻¹</source>
        <translation>O menor σ de ∂aᴸ/∂aˡ⁻¹</translation>
    </message>
    <message>
        <source>Each layer alone, ∂aˡ/∂aˡ⁻¹</source>
        <translation>Cada camada sozinha, ∂aˡ/∂aˡ⁻¹</translation>
    </message>
    <message>
        <source>The smallest σ of ∂aˡ/∂aˡ⁻¹</source>
        <translation>O menor σ de ∂aˡ/∂aˡ⁻¹</translation>
    </message>
    <message>
        <source>every σ</source>
        <translation>todos os σ</translation>
    </message>
    <message>
        <source>the only σ</source>
        <translation>o único σ</translation>
    </message>
    <message>
        <source>largest σ</source>
        <translation>maior σ</translation>
    </message>
    <message>
        <source>median σ</source>
        <translation>σ mediano</translation>
    </message>
    <message>
        <source>smallest σ above 0</source>
        <translation>menor σ acima de 0</translation>
    </message>
    <message>
        <source>bound: product of the factors’ largest σ</source>
        <translation>limite: produto dos maiores σ dos fatores</translation>
    </message>
    <message>
        <source>Being computed from the output back: layers %1 to %2 are ready.</source>
        <translation>Cálculo em andamento, a partir da saída: as camadas %1 a %2 estão prontas.</translation>
    </message>
    <message>
        <source>%1 = 0 exactly: nothing of the input reaches the output.</source>
        <translation>%1 = 0 exatamente: nada da entrada chega à saída.</translation>
    </message>
    <message>
        <source>%1 has a single singular value, %2; the norms of its factors multiply to %3.</source>
        <translation>%1 tem um único valor singular, %2; o produto das normas de seus fatores é %3.</translation>
    </message>
    <message>
        <source>The singular values of %1 reach from %2 down to %3; the norms of its factors multiply to %4.</source>
        <translation>Os valores singulares de %1 vão de %2 até %3; o produto das normas de seus fatores é %4.</translation>
    </message>
    <message>
        <source>Of %1 layers, %2 are drawn, evenly spaced; the bound counts all of them.</source>
        <translation>De %1 camadas, %2 estão desenhadas, escolhidas a intervalos regulares; o limite conta todas.</translation>
    </message>
    <message>
        <source>Of the first of %1 examples.</source>
        <translation>Do primeiro de %1 exemplos.</translation>
    </message>
    <message>
        <source>singular value σ</source>
        <translation>valor singular σ</translation>
    </message>
    <message>
        <source>Singular values of the Jacobians</source>
        <translation>Valores singulares das jacobianas</translation>
    </message>
    <message>
        <source>No spectrum under batch normalization: there the examples depend on one another, and a layer has no Jacobian for a single example.</source>
        <translation>Não há espectro com normalização por lote: ali os exemplos dependem uns dos outros, e uma camada não tem jacobiana de um só exemplo.</translation>
    </message>
    <message>
        <source>How far the network stretches and shrinks directions, on a logarithmic scale: the singular values σ of ∂aᴸ/∂aˡ⁻¹ = Jᴸ … Jˡ, through which the gradient comes back to layer ℓ, and of each factor Jˡ = f′(zˡ) wˡ alone. The largest σ bounds how much the gradient can grow; the dashed line is the product of the factors’ norms, which no product exceeds and most fall far below.</source>
        <translation>Quanto a rede estica e encolhe direções, em escala logarítmica: os valores singulares σ de ∂aᴸ/∂aˡ⁻¹ = Jᴸ … Jˡ, por onde o gradiente volta à camada ℓ, e de cada fator Jˡ = f′(zˡ) wˡ sozinho. O maior σ limita quanto o gradiente pode crescer; a linha tracejada é o produto das normas dos fatores, que nenhum produto ultrapassa e do qual a maioria fica muito abaixo.</translation>
    </message>
    <message>
        <source>5–95 % of 200 seeds</source>
        <translation>5–95 % de 200 sementes</translation>
    </message>
    <message>
        <source>Nielsen, published</source>
        <translation>Nielsen, publicado</translation>
    </message>
    <message>
        <source>At epoch %1 inside the 5–95 % band of 200 seeds: %2.</source>
        <translation>Na época %1 dentro da faixa de 5–95 % de 200 sementes: %2.</translation>
    </message>
    <message>
        <source>At epoch %1 outside the 5–95 % band of 200 seeds, as one in ten is: %2.</source>
        <translation>Na época %1 fora da faixa de 5–95 % de 200 sementes, como ocorre com uma em dez: %2.</translation>
    </message>
    <message>
        <source>The published curves are of MNIST, not of the digits drawn here.</source>
        <translation>As curvas publicadas são do MNIST, não dos dígitos desenhados aqui.</translation>
    </message>
    <message>
        <source>At %1 %2 = %3; the last layer does not learn.</source>
        <translation>Na %1 %2 = %3; a última camada não aprende.</translation>
    </message>
    <message>
        <source>At %1 layer 1 learns %2: ‖δ₁‖ = %3.</source>
        <translation>Na %1 a camada 1 aprende %2: ‖δ₁‖ = %3.</translation>
    </message>
    <message>
        <source>Gaps: the speed of %1 is exactly 0 there.</source>
        <translation>Lacunas: a velocidade de %1 é exatamente 0 ali.</translation>
    </message>
    <message>
        <source>Learning speed over training</source>
        <translation>Velocidade de aprendizado ao longo do treinamento</translation>
    </message>
    <message>
        <source>Speed over training</source>
        <translation>Velocidade no treinamento</translation>
    </message>
    <message>
        <source>How fast each layer learns while the network is trained, on a logarithmic scale: the norm of the mean error δˡ before each step. Lines that stay decades apart mean that the early layers go on learning slowly; where they come together, training has cured the gradient.</source>
        <translation>Quão rápido cada camada aprende enquanto a rede é treinada, em escala logarítmica: a norma do erro médio δˡ antes de cada passo. Linhas que ficam décadas afastadas significam que as primeiras camadas continuam a aprender devagar; onde elas se juntam, o treinamento curou o gradiente.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>Sutskever et al.</source>
        <translation>Sutskever et al.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>Layer normalization</source>
        <translation>Normalização por camada</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>Normalização por lote</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>Pesos e vieses</translation>
    </message>
    <message>
        <source>Input and cost</source>
        <translation>Entrada e custo</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ativação</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>Soluções</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treinamento</translation>
    </message>
    <message>
        <source>Weight deviation</source>
        <translation>Desvio dos pesos</translation>
    </message>
    <message>
        <source>Weight std</source>
        <translation>Desv. pesos</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Ganho</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidade</translation>
    </message>
    <message>
        <source>How many layers learn; the gradient of the first is a product with one factor for each of them.</source>
        <translation>Quantas camadas aprendem; o gradiente da primeira é um produto com um fator para cada uma delas.</translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation>Inicialização</translation>
    </message>
    <message>
        <source>The rule that gives every layer its weights and biases.</source>
        <translation>A regra que dá a cada camada seus pesos e vieses.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>The weight of every layer that is not set by hand: the other half of every factor wσ′(z).</source>
        <translation>O peso de toda camada que não é definida à mão: a outra metade de cada fator wσ′(z).</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Viés</translation>
    </message>
    <message>
        <source>The bias of every layer that is not set by hand: it moves z along the activation function.</source>
        <translation>O viés de toda camada que não é definida à mão: desloca z ao longo da função de ativação.</translation>
    </message>
    <message>
        <source>Bias deviation</source>
        <translation>Desvio dos vieses</translation>
    </message>
    <message>
        <source>The standard deviation of the biases in mean-field initialization.</source>
        <translation>O desvio padrão dos vieses na inicialização de campo médio.</translation>
    </message>
    <message>
        <source>Bias std</source>
        <translation>Desv. vieses</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The number from which all random draws follow: the same seed gives the same network, bit for bit, everywhere.</source>
        <translation>O número do qual resultam todos os sorteios: a mesma semente dá a mesma rede, bit por bit, em toda parte.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dados de entrada</translation>
    </message>
    <message>
        <source>Where the examples come from: a constant, random numbers, or a data set.</source>
        <translation>De onde vêm os exemplos: uma constante, números aleatórios ou um conjunto de dados.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>The activation that enters the first layer.</source>
        <translation>A ativação que entra na primeira camada.</translation>
    </message>
    <message>
        <source>Mean square</source>
        <translation>Média dos quadrados</translation>
    </message>
    <message>
        <source>The mean square of one component of random inputs: all that a wide network sees of them at its start.</source>
        <translation>A média dos quadrados de um componente de entradas aleatórias: tudo o que uma rede larga percebe delas no início.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemplos</translation>
    </message>
    <message>
        <source>How many inputs are evaluated together; the gradient is the mean over them.</source>
        <translation>Quantas entradas são avaliadas juntas; o gradiente é a média sobre elas.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Alvo</translation>
    </message>
    <message>
        <source>The output that the network should give; its distance from a_L scales every layer&apos;s speed alike.</source>
        <translation>A saída que a rede deveria dar; sua distância de a_L escala igualmente a velocidade de todas as camadas.</translation>
    </message>
    <message>
        <source>The cost whose gradient is propagated back.</source>
        <translation>O custo cujo gradiente é propagado para trás.</translation>
    </message>
    <message>
        <source>The activation function of the hidden layers; its slope f′(z) is one half of every factor.</source>
        <translation>A função de ativação das camadas ocultas; sua inclinação f′(z) é uma metade de cada fator.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculta</translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation>Ativação da saída</translation>
    </message>
    <message>
        <source>The activation function of the last layer.</source>
        <translation>A função de ativação da última camada.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largura</translation>
    </message>
    <message>
        <source>Neurons in each hidden layer; 1 is the chain of one neuron per layer.</source>
        <translation>Neurônios em cada camada oculta; 1 é a cadeia de um neurônio por camada.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Components of the input.</source>
        <translation>Componentes da entrada.</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Saídas</translation>
    </message>
    <message>
        <source>Neurons in the last layer.</source>
        <translation>Neurônios na última camada.</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residual</translation>
    </message>
    <message>
        <source>Residual connections: each hidden layer adds α times its own input to its activation, where the sizes agree; 0 is off.</source>
        <translation>Conexões residuais: cada camada oculta soma à sua ativação α vezes a própria entrada, onde os tamanhos coincidem; 0 desliga.</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>Normalização</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Corte do gradiente</translation>
    </message>
    <message>
        <source>Shortens the whole gradient to this norm where it is longer: that caps the step and leaves the ratio between layers as it is; 0 is off.</source>
        <translation>Encurta o gradiente inteiro a esta norma onde ele é mais longo: isso limita o passo e deixa a razão entre as camadas como está; 0 desliga.</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>Corte</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Otimizador</translation>
    </message>
    <message>
        <source>The rule that turns the gradient into a step.</source>
        <translation>A regra que transforma o gradiente em um passo.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taxa de aprendizado</translation>
    </message>
    <message>
        <source>How far a step goes along the gradient.</source>
        <translation>Quão longe vai um passo ao longo do gradiente.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>How much of the last step carries over into the next; under the schedule of Sutskever et al., its maximum.</source>
        <translation>Quanto do último passo passa para o seguinte; no cronograma de Sutskever et al., o valor máximo.</translation>
    </message>
    <message>
        <source>Momentum schedule</source>
        <translation>Cronograma do momentum</translation>
    </message>
    <message>
        <source>Constant, or rising as .5, .75, .83, .875 … every 250 steps up to μ (Sutskever et al. 2013).</source>
        <translation>Constante, ou crescente como 0,5; 0,75; 0,83; 0,875 … a cada 250 passos até μ (Sutskever et al. 2013).</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Cronograma</translation>
    </message>
    <message>
        <source>Decay of the mean</source>
        <translation>Decaimento da média</translation>
    </message>
    <message>
        <source>How slowly Adam forgets the mean of the gradients.</source>
        <translation>Quão devagar o Adam esquece a média dos gradientes.</translation>
    </message>
    <message>
        <source>Mean decay</source>
        <translation>Dec. média</translation>
    </message>
    <message>
        <source>Decay of the squares</source>
        <translation>Decaimento dos quadrados</translation>
    </message>
    <message>
        <source>How slowly Adam forgets the mean square of the gradients.</source>
        <translation>Quão devagar o Adam esquece a média dos quadrados dos gradientes.</translation>
    </message>
    <message>
        <source>Square decay</source>
        <translation>Dec. quadrados</translation>
    </message>
    <message>
        <source>Floor of the squares</source>
        <translation>Piso dos quadrados</translation>
    </message>
    <message>
        <source>What Adam adds to the root mean square before dividing by it.</source>
        <translation>O que o Adam soma à raiz da média dos quadrados antes de dividir por ela.</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Piso</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimento dos pesos</translation>
    </message>
    <message>
        <source>Every step multiplies the weights, not the biases, by 1 − ηλ/n, n the number of training examples.</source>
        <translation>Cada passo multiplica os pesos, não os vieses, por 1 − ηλ/n, com n o número de exemplos de treinamento.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>How many examples each step looks at; 0: all of them. Every epoch goes through them in an order of its own, drawn from the seed.</source>
        <translation>Quantos exemplos cada passo examina; 0: todos. Cada época os percorre em uma ordem própria, sorteada a partir da semente.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>How many times the training goes through all examples.</source>
        <translation>Quantas vezes o treinamento passa por todos os exemplos.</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Reservados</translation>
    </message>
    <message>
        <source>How many of the examples after the first ones are held out of training, to test what was learnt.</source>
        <translation>Quantos dos exemplos depois dos primeiros ficam fora do treinamento, para testar o que foi aprendido.</translation>
    </message>
    <message>
        <source>Changes in mid-run</source>
        <translation>Alterações no treinamento</translation>
    </message>
    <message>
        <source>What was changed while a training ran: step, key and value.</source>
        <translation>O que foi alterado enquanto um treinamento corria: passo, chave e valor.</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>A scaled ELU whose two constants keep mean 0 and variance 1 from layer to layer; its slope is largest, 1.7581, at 0 (Klambauer et al. 2017).</source>
        <translation>Uma ELU escalada cujas duas constantes mantêm média 0 e variância 1 de camada em camada; sua inclinação é maior, 1,7581, em 0 (Klambauer et al. 2017).</translation>
    </message>
    <message>
        <source>Identity (linear)</source>
        <translation>Identidade (linear)</translation>
    </message>
    <message>
        <source>No activation function at all: only the weights are left to make the gradient grow or shrink (Saxe et al. 2013).</source>
        <translation>Nenhuma função de ativação: só restam os pesos para fazer o gradiente crescer ou diminuir (Saxe et al. 2013).</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>The input times the probability that a standard normal number is smaller: a smooth rectifier that dips below 0, so that its slope is negative below z = −0.752 and above 1 around z = 1.41 (Hendrycks &amp; Gimpel 2016).</source>
        <translation>A entrada vezes a probabilidade de um número normal padrão ser menor: um retificador suave que mergulha abaixo de 0, de modo que sua inclinação é negativa abaixo de z = −0,752 e maior que 1 perto de z = 1,41 (Hendrycks &amp; Gimpel 2016).</translation>
    </message>
    <message>
        <source>Swish (SiLU)</source>
        <translation>Swish (SiLU)</translation>
    </message>
    <message>
        <source>The input times its own logistic function: a smooth rectifier that dips below 0, so that its slope is negative below z = −1.278 and above 1 around z = 2.4 (Ramachandran, Zoph &amp; Le 2017).</source>
        <translation>A entrada vezes a própria função logística: um retificador suave que mergulha abaixo de 0, de modo que sua inclinação é negativa abaixo de z = −1,278 e maior que 1 perto de z = 2,4 (Ramachandran, Zoph &amp; Le 2017).</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>The rectifier: slope 1 above 0, slope exactly 0 below and at 0, so a neuron either passes the gradient on whole or is dead (Glorot, Bordes &amp; Bengio 2011).</source>
        <translation>O retificador: inclinação 1 acima de 0, inclinação exatamente 0 abaixo e em 0, de modo que um neurônio ou deixa passar o gradiente inteiro ou está morto (Glorot, Bordes &amp; Bengio 2011).</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation>Softsign</translation>
    </message>
    <message>
        <source>Like tanh, with tails that flatten out only like 1/z², so saturated neurons still learn a little (Glorot &amp; Bengio 2010).</source>
        <translation>Como a tanh, com caudas que se achatam apenas como 1/z², de modo que neurônios saturados ainda aprendem um pouco (Glorot &amp; Bengio 2010).</translation>
    </message>
    <message>
        <source>Scaled tanh (LeCun)</source>
        <translation>Tanh de LeCun</translation>
    </message>
    <message>
        <source>Tanh stretched so that it maps 1 to 1 and −1 to −1: its slope at 0 is 1.1439, above 1 (LeCun et al. 1998).</source>
        <translation>Tanh esticada para levar 1 a 1 e −1 a −1: sua inclinação em 0 é 1,1439, acima de 1 (LeCun et al. 1998).</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>The exponential linear unit: a rectifier whose negative side bends smoothly towards −1, so that its mean activation stays near 0 (Clevert, Unterthiner &amp; Hochreiter 2016).</source>
        <translation>A unidade linear exponencial: um retificador cujo lado negativo se curva suavemente até −1, de modo que sua ativação média fica perto de 0 (Clevert, Unterthiner &amp; Hochreiter 2016).</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>The hyperbolic tangent: a logistic function stretched to −1…1, whose slope reaches 1 at z = 0 (LeCun et al. 1998).</source>
        <translation>A tangente hiperbólica: uma função logística esticada a −1…1, cuja inclinação chega a 1 em z = 0 (LeCun et al. 1998).</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>A smooth rectifier whose slope is the logistic function (Glorot, Bordes &amp; Bengio 2011).</source>
        <translation>Um retificador suave cuja inclinação é a função logística (Glorot, Bordes &amp; Bengio 2011).</translation>
    </message>
    <message>
        <source>Arctangent</source>
        <translation>Arco tangente</translation>
    </message>
    <message>
        <source>Like tanh, from −π/2 to π/2, with tails that flatten out only like 1/z², so saturated neurons still learn a little.</source>
        <translation>Como a tanh, de −π/2 a π/2, com caudas que se achatam apenas como 1/z², de modo que neurônios saturados ainda aprendem um pouco.</translation>
    </message>
    <message>
        <source>Sigmoid (logistic)</source>
        <translation>Sigmoide (logística)</translation>
    </message>
    <message>
        <source>The logistic function: it squeezes every number into 0…1 and its slope is never above 1/4, so a chain of small weights vanishes (Nielsen 2015, chapters 1 and 5).</source>
        <translation>A função logística: comprime todo número em 0…1 e sua inclinação nunca passa de 1/4, de modo que uma cadeia de pesos pequenos se dissipa (Nielsen 2015, capítulos 1 e 5).</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>Twice LeCun’s variance, because rectifiers pass on only half of their inputs (He et al. 2015).</source>
        <translation>O dobro da variância de LeCun, pois retificadores só deixam passar metade de suas entradas (He et al. 2015).</translation>
    </message>
    <message>
        <source>Standard normal</source>
        <translation>Normal padrão</translation>
    </message>
    <message>
        <source>Every weight and bias is a standard normal number, whatever the number of inputs, so wide layers start saturated (Nielsen 2015, chapters 1 and 5).</source>
        <translation>Todo peso e viés é um número normal padrão, qualquer que seja o número de entradas, de modo que camadas largas começam saturadas (Nielsen 2015, capítulos 1 e 5).</translation>
    </message>
    <message>
        <source>Uniform (Glorot’s “standard”)</source>
        <translation>Uniforme (o “padrão” de Glorot)</translation>
    </message>
    <message>
        <source>The common heuristic that Glorot and Bengio compare with: n_in·Var w is only 1/3, so gradients shrink from layer to layer (Glorot &amp; Bengio 2010).</source>
        <translation>A heurística comum com que Glorot e Bengio comparam: n_in·Var w é apenas 1/3, de modo que os gradientes encolhem de camada em camada (Glorot &amp; Bengio 2010).</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>Esparsa</translation>
    </message>
    <message>
        <source>Each neuron is connected to only 15 others (to all where there are fewer), so that z does not grow with the width (Martens 2010, Sutskever et al. 2013).</source>
        <translation>Cada neurônio se liga a só 15 outros (a todos, onde há menos), de modo que z não cresce com a largura (Martens 2010, Sutskever et al. 2013).</translation>
    </message>
    <message>
        <source>Glorot (normalized)</source>
        <translation>Glorot (normalizada)</translation>
    </message>
    <message>
        <source>A compromise between keeping the size of activations forward and of gradients backward (Glorot &amp; Bengio 2010, equation 16).</source>
        <translation>Um compromisso entre manter o tamanho das ativações para a frente e o dos gradientes para trás (Glorot &amp; Bengio 2010, equação 16).</translation>
    </message>
    <message>
        <source>Every layer starts with the same weight and the same bias: the chapter&apos;s chain of neurons (Nielsen 2015, chapter 5).</source>
        <translation>Toda camada começa com o mesmo peso e o mesmo viés: a cadeia de neurônios do capítulo (Nielsen 2015, capítulo 5).</translation>
    </message>
    <message>
        <source>Mean field</source>
        <translation>Campo médio</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>Normal de LeCun</translation>
    </message>
    <message>
        <source>Weights of variance 1/n_in keep the size of the weighted inputs where f is as steep as the identity; biases are 0 (LeCun et al. 1998).</source>
        <translation>Pesos de variância 1/n_in mantêm o tamanho das entradas ponderadas onde f é tão íngreme quanto a identidade; os vieses são 0 (LeCun et al. 1998).</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrados</translation>
    </message>
    <message>
        <source>Every layer starts with the same weight, and each bias is chosen so that the weighted input is exactly 0, where the slope of the logistic function is largest: the chapter&apos;s explosion (Nielsen 2015, chapter 5).</source>
        <translation>Toda camada começa com o mesmo peso, e cada viés é escolhido de modo que a entrada ponderada seja exatamente 0, onde a inclinação da função logística é maior: a explosão do capítulo (Nielsen 2015, capítulo 5).</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>Ortogonal</translation>
    </message>
    <message>
        <source>A random rotation: every singular value of the weights is 1, so a deep linear network passes the gradient on unchanged (Saxe, McClelland &amp; Ganguli 2013).</source>
        <translation>Uma rotação aleatória: todo valor singular dos pesos é 1, de modo que uma rede linear profunda passa o gradiente inalterado (Saxe, McClelland &amp; Ganguli 2013).</translation>
    </message>
    <message>
        <source>Scaled normal</source>
        <translation>Normal escalada</translation>
    </message>
    <message>
        <source>Weights shrink with the number of inputs, so that z keeps its size; biases are standard normal (Nielsen 2015, chapter 3; the networks of his chapter 5).</source>
        <translation>Os pesos diminuem com o número de entradas, de modo que z mantém seu tamanho; os vieses são normais padrão (Nielsen 2015, capítulo 3; as redes do seu capítulo 5).</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Círculos</translation>
    </message>
    <message>
        <source>A disc inside a ring: two classes in the plane that no straight line separates.</source>
        <translation>Um disco dentro de um anel: duas classes no plano que nenhuma reta separa.</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>Ou exclusivo</translation>
    </message>
    <message>
        <source>Four quarters of a square in two classes: the smallest problem that a network without hidden layers cannot solve (Minsky &amp; Papert 1969).</source>
        <translation>Quatro quartos de um quadrado em duas classes: o menor problema que uma rede sem camadas ocultas não resolve (Minsky &amp; Papert 1969).</translation>
    </message>
    <message>
        <source>Autoencoding</source>
        <translation>Autocodificação</translation>
    </message>
    <message>
        <source>Every output should repeat its input: drawn digits for 784 inputs, else smooth bumps (Hinton &amp; Salakhutdinov 2006; Sutskever et al. 2013).</source>
        <translation>Cada saída deve repetir sua entrada: dígitos desenhados para 784 entradas, senão ondulações suaves (Hinton &amp; Salakhutdinov 2006; Sutskever et al. 2013).</translation>
    </message>
    <message>
        <source>Two Gaussians</source>
        <translation>Duas gaussianas</translation>
    </message>
    <message>
        <source>Two round clouds of points in the plane, one per class: nearly separated by a straight line.</source>
        <translation>Duas nuvens redondas de pontos no plano, uma por classe: quase separadas por uma reta.</translation>
    </message>
    <message>
        <source>Every component of the input is a₀ and every output has the same target.</source>
        <translation>Todo componente da entrada é a₀ e toda saída tem o mesmo alvo.</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>Duas espirais</translation>
    </message>
    <message>
        <source>Two spirals wound around each other: a problem that needs several layers (Lang &amp; Witbrock 1988).</source>
        <translation>Duas espirais enroladas uma na outra: um problema que precisa de várias camadas (Lang &amp; Witbrock 1988).</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Uniforme</translation>
    </message>
    <message>
        <source>Every component of the input is drawn uniformly from −√(3m) to √(3m), so that its mean square is m.</source>
        <translation>Todo componente da entrada é sorteado uniformemente de −√(3m) a √(3m), de modo que sua média dos quadrados é m.</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gaussiana</translation>
    </message>
    <message>
        <source>Every component of the input is drawn from a normal distribution of mean square m.</source>
        <translation>Todo componente da entrada é sorteado de uma distribuição normal de média dos quadrados m.</translation>
    </message>
    <message>
        <source>The folder “%1” has no .csv or .tsv file.</source>
        <translation>A pasta “%1” não tem arquivo .csv nem .tsv.</translation>
    </message>
    <message>
        <source>The folder “%1” has %2 tables; name one of them, as “%3”.</source>
        <translation>A pasta “%1” tem %2 tabelas; nomeie uma delas, como “%3”.</translation>
    </message>
    <message>
        <source>“%1” has %2 rows; examples and holdout together need %3.</source>
        <translation>“%1” tem %2 linhas; examples e holdout juntos precisam de %3.</translation>
    </message>
    <message>
        <source>“%1”: row %2: the label %3 is not one of the classes 0 to %4, one per output.</source>
        <translation>“%1”: linha %2: o rótulo %3 não é nenhuma das classes de 0 a %4, uma por saída.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabela (CSV)</translation>
    </message>
    <message>
        <source>its images have %1 × %2 pixels; 28 × 28 are needed.</source>
        <translation>suas imagens têm %1 × %2 pixels; são necessários 28 × 28.</translation>
    </message>
    <message>
        <source>it has %1 labels for %2 images.</source>
        <translation>tem %1 rótulos para %2 imagens.</translation>
    </message>
    <message>
        <source>The folder “%1” has %2 but not %3.</source>
        <translation>A pasta “%1” tem %2 mas não %3.</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Drawn digits</source>
        <translation>Dígitos desenhados</translation>
    </message>
    <message>
        <source>Digits of 28 × 28 pixels that this program draws itself, shifted, stretched and turned by the seed: they stand in for MNIST where no folder is set.</source>
        <translation>Dígitos de 28 × 28 pixels que este programa desenha, deslocados, esticados e girados pela semente: substituem o MNIST onde nenhuma pasta foi definida.</translation>
    </message>
    <message>
        <source>bias and weight speed</source>
        <translation>velocidade de vieses e pesos</translation>
    </message>
    <message>
        <source>bias speed</source>
        <translation>velocidade dos vieses</translation>
    </message>
    <message>
        <source>weight speed</source>
        <translation>velocidade dos pesos</translation>
    </message>
    <message>
        <source>norm of the mean</source>
        <translation>norma da média</translation>
    </message>
    <message>
        <source>mean of the norms</source>
        <translation>média das normas</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>acurácia</translation>
    </message>
    <message>
        <source>speed of the first layer</source>
        <translation>velocidade da primeira camada</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figuras</translation>
    </message>
    <message>
        <source>The figures that the window shows, by id.</source>
        <translation>As figuras que a janela mostra, por id.</translation>
    </message>
    <message>
        <source>Selected layer</source>
        <translation>Camada selecionada</translation>
    </message>
    <message>
        <source>The layer marked in every figure; 0 marks none.</source>
        <translation>A camada marcada em todas as figuras; 0 não marca nenhuma.</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Crescimento</translation>
    </message>
    <message>
        <source>The explosion window holds the inputs whose gradient grows K-fold or more.</source>
        <translation>A janela de explosão contém as entradas cujo gradiente cresce K vezes ou mais.</translation>
    </message>
    <message>
        <source>Learning speeds</source>
        <translation>Velocidades de aprendizado</translation>
    </message>
    <message>
        <source>Which learning speeds are drawn: of the biases, of the weights, or both.</source>
        <translation>Que velocidades de aprendizado são desenhadas: dos vieses, dos pesos ou ambas.</translation>
    </message>
    <message>
        <source>Speed of a batch</source>
        <translation>Velocidade de um lote</translation>
    </message>
    <message>
        <source>How ‖δ‖ is taken over several examples: the norm of their mean, the mean of their norms, or the root of the mean square.</source>
        <translation>Como ‖δ‖ é tomado sobre vários exemplos: a norma da média, a média das normas ou a raiz da média dos quadrados.</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Sementes</translation>
    </message>
    <message>
        <source>How many networks, one per seed, the bands and the shares by chance are taken from.</source>
        <translation>De quantas redes, uma por semente, são tomadas as faixas e as frações por acaso.</translation>
    </message>
    <message>
        <source>Step of training</source>
        <translation>Passo do treinamento</translation>
    </message>
    <message>
        <source>How many steps of training precede what the figures show; at 0 they show the network as initialized, and a training to its end.</source>
        <translation>Quantos passos de treinamento antecedem o que as figuras mostram; em 0 elas mostram a rede como foi inicializada, e um treinamento até o fim.</translation>
    </message>
    <message>
        <source>What is drawn of trainings side by side: their cost, their accuracy, or the learning speed of the first layer.</source>
        <translation>O que se desenha de treinamentos lado a lado: seu custo, sua acurácia ou a velocidade de aprendizado da primeira camada.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Colours on screen: light, dark, or as the system.</source>
        <translation>Cores na tela: claras, escuras ou como as do sistema.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language of the window, or that of the system.</source>
        <translation>O idioma da janela, ou o do sistema.</translation>
    </message>
    <message>
        <source>Axis limits</source>
        <translation>Limites dos eixos</translation>
    </message>
    <message>
        <source>Axis limits chosen by hand; a panel without an entry fits its data.</source>
        <translation>Limites dos eixos escolhidos à mão; um painel sem registro ajusta-se aos seus dados.</translation>
    </message>
    <message>
        <source>Nesterov’s momentum</source>
        <translation>Momentum de Nesterov</translation>
    </message>
    <message>
        <source>Momentum that takes the gradient where the last step will have led, and so brakes in time (Nesterov 1983; Sutskever et al. 2013).</source>
        <translation>Momentum que toma o gradiente onde o último passo terá levado, e assim freia a tempo (Nesterov 1983; Sutskever et al. 2013).</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>Descida do gradiente</translation>
    </message>
    <message>
        <source>Every parameter goes down its own slope, so a layer with a small gradient learns slowly (Nielsen 2015, chapter 1).</source>
        <translation>Cada parâmetro desce sua própria encosta, de modo que uma camada com gradiente pequeno aprende devagar (Nielsen 2015, capítulo 1).</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Every parameter’s step is scaled by the size that its own gradient has had, so that layers with small gradients learn as fast as the others (Kingma &amp; Ba 2015).</source>
        <translation>O passo de cada parâmetro é escalado pelo tamanho que seu próprio gradiente tem tido, de modo que camadas com gradientes pequenos aprendem tão rápido quanto as outras (Kingma &amp; Ba 2015).</translation>
    </message>
    <message>
        <source>Steps add up along directions in which the slope persists (Polyak 1964; Sutskever et al. 2013).</source>
        <translation>Os passos se somam ao longo das direções em que a inclinação persiste (Polyak 1964; Sutskever et al. 2013).</translation>
    </message>
    <message>
        <source>There is no mean field theory here: batch normalization makes the examples depend on each other.</source>
        <translation>Aqui não há teoria do campo médio: a normalização por lote faz os exemplos dependerem uns dos outros.</translation>
    </message>
    <message>
        <source>Mean field theory applies to random initialization; this one is not random.</source>
        <translation>A teoria do campo médio trata de inicializações aleatórias; esta não é aleatória.</translation>
    </message>
    <message>
        <source>Mean field theory applies to wide layers; with one neuron in a layer it says nothing.</source>
        <translation>A teoria do campo médio trata de camadas largas; com um só neurônio por camada, ela não diz nada.</translation>
    </message>
    <message>
        <source>At step %1 the activations of layer %2 grew beyond what a double holds: the training ends with the network as it was before.</source>
        <translation>No passo %1 as ativações da camada %2 cresceram além do que cabe em um double: o treinamento termina com a rede anterior a ele.</translation>
    </message>
    <message>
        <source>At step %1 the gradient of layer %2 grew beyond what a double holds: the training ends with the network as it was before.</source>
        <translation>No passo %1 o gradiente da camada %2 cresceu além do que cabe em um double: o treinamento termina com a rede anterior a ele.</translation>
    </message>
    <message>
        <source>At step %1 the weights and biases of layer %2 would grow beyond what a double holds: the training ends with the network as it was before.</source>
        <translation>No passo %1 os pesos e vieses da camada %2 cresceriam além do que cabe em um double: o treinamento termina com a rede anterior a ele.</translation>
    </message>
    <message>
        <source>Going back from the output, layer %1 is the first to learn over %2 times faster than layer %3.</source>
        <translation>Voltando da saída, a camada %1 é a primeira a aprender mais de %2 vezes mais rápido que a camada %3.</translation>
    </message>
    <message>
        <source>Layer %1 learns fastest: %2 times faster than the faster of layers 1 and %3.</source>
        <translation>A camada %1 é a que aprende mais rápido: %2 vezes mais rápido que a mais rápida das camadas 1 e %3.</translation>
    </message>
    <message>
        <source>Layer %1 learns slowest: %2 times more slowly than the slower of layers 1 and %3.</source>
        <translation>A camada %1 é a que aprende mais devagar: %2 vezes mais devagar que a mais lenta das camadas 1 e %3.</translation>
    </message>
    <message>
        <source>%1 would overflow at layer %2.</source>
        <translation>%1 transbordaria na camada %2.</translation>
    </message>
    <message>
        <source>%1, every layer underflows to 0.</source>
        <translation>%1, todas as camadas caem a 0 por underflow.</translation>
    </message>
    <message>
        <source>%1, layers 1–%2 underflow to 0.</source>
        <translation>%1, as camadas 1–%2 caem a 0 por underflow.</translation>
    </message>
    <message>
        <source>The weight of layer %1 does not learn: what enters it is exactly 0.</source>
        <translation>O peso da camada %1 não aprende: o que entra nela é exatamente 0.</translation>
    </message>
    <message>
        <source>The weights of layer %1 do not learn: what enters it is exactly 0.</source>
        <translation>Os pesos da camada %1 não aprendem: o que entra nela é exatamente 0.</translation>
    </message>
    <message>
        <source>In layer %1 the smallest components of δ lie below the resolution: they are not dead.</source>
        <translation>Na camada %1 os menores componentes de δ ficam abaixo da resolução: não estão mortos.</translation>
    </message>
    <message>
        <source>With a depth of 1 there are no hidden layers: this has no effect.</source>
        <translation>Com profundidade 1 não há camadas ocultas: isto não tem efeito.</translation>
    </message>
    <message>
        <source>The initialization “%1” chooses every bias itself: %2.</source>
        <translation>A inicialização “%1” escolhe ela mesma cada viés: %2.</translation>
    </message>
    <message>
        <source>The initialization “%1” draws every weight at random: %2.</source>
        <translation>A inicialização “%1” sorteia todos os pesos: %2.</translation>
    </message>
    <message>
        <source>The initialization “%1” is not random: %2.</source>
        <translation>A inicialização “%1” não é aleatória: %2.</translation>
    </message>
    <message>
        <source>Nothing here is random: neither the initialization “%1” nor the data “%2”.</source>
        <translation>Nada aqui é aleatório: nem a inicialização “%1” nem os dados “%2”.</translation>
    </message>
    <message>
        <source>The data “%1” bring their own inputs and targets.</source>
        <translation>Os dados “%1” trazem suas próprias entradas e alvos.</translation>
    </message>
    <message>
        <source>The data “%1” have no mean square to choose.</source>
        <translation>Os dados “%1” não têm média dos quadrados a escolher.</translation>
    </message>
    <message>
        <source>The optimizer “%1” has no momentum.</source>
        <translation>O otimizador “%1” não tem momentum.</translation>
    </message>
    <message>
        <source>The optimizer “%1” keeps no mean squares.</source>
        <translation>O otimizador “%1” não guarda médias dos quadrados.</translation>
    </message>
    <message>
        <source>it has %1 bytes, fewer than the %2 of an IDX header.</source>
        <translation>tem %1 bytes, menos que os %2 de um cabeçalho IDX.</translation>
    </message>
    <message>
        <source>its magic number is %1; %2 was expected.</source>
        <translation>seu número mágico é %1; esperava-se %2.</translation>
    </message>
    <message>
        <source>its dimension %1 has the size 0.</source>
        <translation>sua dimensão %1 tem tamanho 0.</translation>
    </message>
    <message>
        <source>its sizes multiply to more bytes than any file has.</source>
        <translation>o produto dos seus tamanhos dá mais bytes do que qualquer arquivo tem.</translation>
    </message>
    <message>
        <source>its header promises %1 bytes after it, but there are %2.</source>
        <translation>seu cabeçalho promete %1 bytes depois dele, mas há %2.</translation>
    </message>
    <message>
        <source>its header promises %1 bytes, more than %2 compressed ones can hold.</source>
        <translation>seu cabeçalho promete %1 bytes, mais do que %2 comprimidos podem conter.</translation>
    </message>
    <message>
        <source>it holds more than the %1 bytes that its header promises.</source>
        <translation>contém mais que os %1 bytes que seu cabeçalho promete.</translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation>o arquivo está vazio.</translation>
    </message>
    <message>
        <source>%1 must be an object {…}.</source>
        <translation>%1 deve ser um objeto {…}.</translation>
    </message>
    <message>
        <source>the key “%1” is not known.</source>
        <translation>a chave “%1” não é conhecida.</translation>
    </message>
    <message>
        <source>a pin needs a “name”, a text in quotation marks.</source>
        <translation>um cenário fixado precisa de um “name”, um texto entre aspas.</translation>
    </message>
    <message>
        <source>a pin needs a “scenario”, an object {…}.</source>
        <translation>um cenário fixado precisa de um “scenario”, um objeto {…}.</translation>
    </message>
    <message>
        <source>pins must be a list of at most %1 pinned scenarios.</source>
        <translation>pins deve ser uma lista de no máximo %1 cenários fixados.</translation>
    </message>
    <message>
        <source>hide must be a list of keys of parameters, such as [&quot;seed&quot;, &quot;loss&quot;].</source>
        <translation>hide deve ser uma lista de chaves de parâmetros, como [&quot;seed&quot;, &quot;loss&quot;].</translation>
    </message>
    <message>
        <source>lesson must be an object with its “id”, a text, and a “step” from 1.</source>
        <translation>lesson deve ser um objeto com seu “id”, um texto, e um “step” a partir de 1.</translation>
    </message>
    <message>
        <source>format must be “deltascope”: this is not a Deltascope document.</source>
        <translation>format deve ser “deltascope”: isto não é um documento do Deltascope.</translation>
    </message>
    <message>
        <source>schema %1 was made by a newer version; this one reads schema %2.</source>
        <translation>o schema %1 foi feito por uma versão mais nova; esta lê o schema %2.</translation>
    </message>
    <message>
        <source>schema must be a whole number from 1 to %1.</source>
        <translation>schema deve ser um número inteiro de 1 a %1.</translation>
    </message>
    <message>
        <source>a JSON object {…} is needed.</source>
        <translation>é necessário um objeto JSON {…}.</translation>
    </message>
    <message>
        <source>the key “%1” is missing here.</source>
        <translation>falta aqui a chave “%1”.</translation>
    </message>
    <message>
        <source>%1 must be a number or null.</source>
        <translation>%1 deve ser um número ou null.</translation>
    </message>
    <message>
        <source>%1 must be a number, or [m, e] for m·2^e.</source>
        <translation>%1 deve ser um número, ou [m, e] para m·2^e.</translation>
    </message>
    <message>
        <source>a run needs a “scenario”, an object {…}.</source>
        <translation>um treinamento salvo precisa de um “scenario”, um objeto {…}.</translation>
    </message>
    <message>
        <source>each moment needs %1 layers.</source>
        <translation>cada momento precisa de %1 camadas.</translation>
    </message>
    <message>
        <source>quantity must be one of activation, gradient and parameters.</source>
        <translation>quantity deve ser activation, gradient ou parameters.</translation>
    </message>
    <message>
        <source>format must be “deltascope.run”.</source>
        <translation>format deve ser “deltascope.run”.</translation>
    </message>
    <message>
        <source>this run was made by a newer version.</source>
        <translation>este treinamento foi salvo por uma versão mais nova.</translation>
    </message>
    <message>
        <source>a run needs its “moments”, a list.</source>
        <translation>um treinamento salvo precisa de seus “moments”, uma lista.</translation>
    </message>
    <message>
        <source>The balanced bias of layer %1 is %2, which no double holds: this network cannot be written.</source>
        <translation>O viés equilibrado da camada %1 é %2, que não cabe em um double: esta rede não pode ser escrita.</translation>
    </message>
    <message>
        <source>the gzip data end too early.</source>
        <translation>os dados gzip terminam cedo demais.</translation>
    </message>
    <message>
        <source>the gzip data are damaged.</source>
        <translation>os dados gzip estão danificados.</translation>
    </message>
    <message>
        <source>%1 must be a text in quotation marks.</source>
        <translation>%1 deve ser um texto entre aspas.</translation>
    </message>
    <message>
        <source>rank must be a whole number.</source>
        <translation>rank deve ser um número inteiro.</translation>
    </message>
    <message>
        <source>%1: %2 is too small for a double and was read as 0.</source>
        <translation>%1: %2 é pequeno demais para um double e foi lido como 0.</translation>
    </message>
    <message>
        <source>%1: %2 is too small for a double and was read as 0; so were other numbers (%3).</source>
        <translation>%1: %2 é pequeno demais para um double e foi lido como 0; outros números também (%3).</translation>
    </message>
    <message>
        <source>row %1 has more than %2 columns.</source>
        <translation>a linha %1 tem mais de %2 colunas.</translation>
    </message>
    <message>
        <source>row %1, column %2: “%3” is not a finite number.</source>
        <translation>linha %1, coluna %2: “%3” não é um número finito.</translation>
    </message>
    <message>
        <source>it holds a zero byte, so it is not text.</source>
        <translation>contém um byte zero, portanto não é texto.</translation>
    </message>
    <message>
        <source>it has more than %1 rows or %2 cells.</source>
        <translation>tem mais de %1 linhas ou %2 células.</translation>
    </message>
    <message>
        <source>it holds no row of numbers.</source>
        <translation>não contém nenhuma linha de números.</translation>
    </message>
    <message>
        <source>The link: %1</source>
        <translation>O link: %1</translation>
    </message>
    <message>
        <source>hide: the key “%1” is not known.</source>
        <translation>hide: a chave “%1” não é conhecida.</translation>
    </message>
    <message>
        <source>step must be a whole number from 1.</source>
        <translation>step deve ser um número inteiro a partir de 1.</translation>
    </message>
    <message>
        <source>it must begin with “%1”, and be short.</source>
        <translation>deve começar com “%1” e ser curto.</translation>
    </message>
    <message>
        <source>“%1” is not of the form KEY=VALUE.</source>
        <translation>“%1” não tem a forma KEY=VALUE.</translation>
    </message>
    <message>
        <source>the key “%1” is given twice.</source>
        <translation>a chave “%1” aparece duas vezes.</translation>
    </message>
    <message>
        <source>step needs a lesson.</source>
        <translation>step precisa de uma lesson.</translation>
    </message>
    <message>
        <source>Cannot read “%1”: %2</source>
        <translation>Não é possível ler “%1”: %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>it is larger than the limit of %1 MB.</source>
        <translation>é maior que o limite de %1 MB.</translation>
    </message>
    <message>
        <source>it is not a regular file.</source>
        <translation>não é um arquivo comum.</translation>
    </message>
    <message>
        <source>The parameters stored in this file are damaged.</source>
        <translation>Os parâmetros guardados neste arquivo estão danificados.</translation>
    </message>
    <message>
        <source>The picture is cut off; the parameters stored in it are complete.</source>
        <translation>A imagem está cortada; os parâmetros guardados nela estão completos.</translation>
    </message>
    <message>
        <source>No parameters are stored in this figure: its key “document” is missing.</source>
        <translation>Nenhum parâmetro está guardado nesta figura: falta sua chave “document”.</translation>
    </message>
    <message>
        <source>No parameters can be read from this PDF file; if another program has changed it, open the attached .deltascope file or export it again.</source>
        <translation>Nenhum parâmetro pode ser lido deste arquivo PDF; se outro programa o alterou, abra o arquivo .deltascope anexo ou exporte a figura de novo.</translation>
    </message>
    <message>
        <source>No parameters are stored in this SVG file; open one that Deltascope exported.</source>
        <translation>Nenhum parâmetro está guardado neste arquivo SVG; abra um exportado pelo Deltascope.</translation>
    </message>
    <message>
        <source>This is neither a Deltascope document nor a figure exported by it.</source>
        <translation>Isto não é um documento do Deltascope nem uma figura exportada por ele.</translation>
    </message>
    <message>
        <source>%1 must be a number from %2 to %3.</source>
        <translation>%1 deve ser um número de %2 a %3.</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>%1 deve ser um número inteiro.</translation>
    </message>
    <message>
        <source>%1 must be a list of texts.</source>
        <translation>%1 deve ser uma lista de textos.</translation>
    </message>
    <message>
        <source>format must be “deltascope.lesson”: this is not a lesson.</source>
        <translation>format deve ser “deltascope.lesson”: isto não é uma lição.</translation>
    </message>
    <message>
        <source>steps must be a list of 1 to %1 steps.</source>
        <translation>steps deve ser uma lista de 1 a %1 passos.</translation>
    </message>
    <message>
        <source>explains: “%1” is not a verdict; “%2” is one.</source>
        <translation>explains: “%1” não é um veredito; “%2” é um.</translation>
    </message>
    <message>
        <source>covered must be true or false.</source>
        <translation>covered deve ser true ou false.</translation>
    </message>
    <message>
        <source>a step with a question needs a reveal.</source>
        <translation>um passo com question precisa de um reveal.</translation>
    </message>
    <message>
        <source>controls must be a list of keys of parameters.</source>
        <translation>controls deve ser uma lista de chaves de parâmetros.</translation>
    </message>
    <message>
        <source>a question needs either choices or a measure.</source>
        <translation>uma question precisa de choices ou de measure.</translation>
    </message>
    <message>
        <source>right must say which choice is right, from 1.</source>
        <translation>right deve dizer que opção é a certa, a partir de 1.</translation>
    </message>
    <message>
        <source>a goal needs a solution, an object {…} of keys.</source>
        <translation>uma goal precisa de uma solution, um objeto {…} de chaves.</translation>
    </message>
    <message>
        <source>claims must be a list of objects {…}.</source>
        <translation>claims deve ser uma lista de objetos {…}.</translation>
    </message>
    <message>
        <source>measure is missing.</source>
        <translation>falta measure.</translation>
    </message>
    <message>
        <source>at_least or at_most is missing.</source>
        <translation>falta at_least ou at_most.</translation>
    </message>
    <message>
        <source>the kind of a measure must be one of %1.</source>
        <translation>o kind de um measure deve ser um de %1.</translation>
    </message>
    <message>
        <source>the measure %1 does not take “%2”.</source>
        <translation>o measure %1 não aceita “%2”.</translation>
    </message>
    <message>
        <source>key must be that of a parameter.</source>
        <translation>key deve ser a de um parâmetro.</translation>
    </message>
    <message>
        <source>nested too deeply; %1 levels are allowed.</source>
        <translation>aninhado demais; são permitidos %1 níveis.</translation>
    </message>
    <message>
        <source>this is larger than the limit of %1 MB.</source>
        <translation>isto é maior que o limite de %1 MB.</translation>
    </message>
    <message>
        <source>the key “%1” is given twice; each key may be given once.</source>
        <translation>a chave “%1” aparece duas vezes; cada chave pode aparecer uma vez.</translation>
    </message>
    <message>
        <source>comments are not allowed.</source>
        <translation>comentários não são permitidos.</translation>
    </message>
    <message>
        <source>%1 must be a finite number.</source>
        <translation>%1 deve ser um número finito.</translation>
    </message>
    <message>
        <source>this is not valid JSON: %1.</source>
        <translation>isto não é JSON válido: %1.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Linha %1, coluna %2: %3</translation>
    </message>
    <message>
        <source>The text is larger than the limit of %1 MB.</source>
        <translation>O texto é maior que o limite de %1 MB.</translation>
    </message>
    <message>
        <source>The file is empty; a JSON object is needed.</source>
        <translation>O arquivo está vazio; é necessário um objeto JSON.</translation>
    </message>
    <message>
        <source>Byte %1 is a NUL; JSON text is needed.</source>
        <translation>O byte %1 é um NUL; é necessário texto JSON.</translation>
    </message>
    <message>
        <source>Byte %1 is not valid UTF-8; JSON text in UTF-8 is needed.</source>
        <translation>O byte %1 não é UTF-8 válido; é necessário texto JSON em UTF-8.</translation>
    </message>
    <message>
        <source>The parameters stored in this PNG image are damaged.</source>
        <translation>Os parâmetros guardados nesta imagem PNG estão danificados.</translation>
    </message>
    <message>
        <source>No parameters are stored in this PNG image; open one that Deltascope exported, or its .deltascope file.</source>
        <translation>Nenhum parâmetro está guardado nesta imagem PNG; abra uma exportada pelo Deltascope, ou seu arquivo .deltascope.</translation>
    </message>
    <message>
        <source>This PNG image is cut off before the parameters stored in it.</source>
        <translation>Esta imagem PNG está cortada antes dos parâmetros guardados nela.</translation>
    </message>
    <message>
        <source>layer must be a whole number from 1 to 10000.</source>
        <translation>layer deve ser um número inteiro de 1 a 10000.</translation>
    </message>
    <message>
        <source>%1 must be a list of two finite numbers, the lower one first.</source>
        <translation>%1 deve ser uma lista de dois números finitos, o menor primeiro.</translation>
    </message>
    <message>
        <source>the key “%1” is not known here; the keys are %2.</source>
        <translation>a chave “%1” não é conhecida aqui; as chaves são %2.</translation>
    </message>
    <message>
        <source>panel must be a whole number from 0 to 1000.</source>
        <translation>panel deve ser um número inteiro de 0 a 1000.</translation>
    </message>
    <message>
        <source>step must be a whole number from 0 to 10^15.</source>
        <translation>step deve ser um número inteiro de 0 a 10^15.</translation>
    </message>
    <message>
        <source>each change needs a step, a key and a value.</source>
        <translation>cada alteração precisa de step, key e value.</translation>
    </message>
    <message>
        <source>each entry of this list must be an object {…}.</source>
        <translation>cada item desta lista deve ser um objeto {…}.</translation>
    </message>
    <message>
        <source>each entry of this list must be a text in quotation marks.</source>
        <translation>cada item desta lista deve ser um texto entre aspas.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number; one from %2 to %3 is needed.</source>
        <translation>“%1” não é um número inteiro; é necessário um de %2 a %3.</translation>
    </message>
    <message>
        <source>“%1” is not a number; one from %2 to %3 is needed, with a point as decimal mark.</source>
        <translation>“%1” não é um número; é necessário um de %2 a %3, com ponto decimal.</translation>
    </message>
    <message>
        <source>sigmoid, N(0, 1)</source>
        <translation>sigmoide, N(0, 1)</translation>
    </message>
    <message>
        <source>sigmoid, Glorot</source>
        <translation>sigmoide, Glorot</translation>
    </message>
    <message>
        <source>tanh, Glorot</source>
        <translation>tanh, Glorot</translation>
    </message>
    <message>
        <source>ReLU, He</source>
        <translation>ReLU, He</translation>
    </message>
    <message>
        <source>ReLU, He, residual</source>
        <translation>ReLU, He, residual</translation>
    </message>
    <message>
        <source>ReLU, He, batch norm</source>
        <translation>ReLU, He, norm. por lote</translation>
    </message>
    <message>
        <source>%1 is out of range; a whole number from %2 to %3 is allowed.</source>
        <translation>%1 está fora da faixa; é permitido um número inteiro de %2 a %3.</translation>
    </message>
    <message>
        <source>the value must be a finite number from %1 to %2.</source>
        <translation>o valor deve ser um número finito de %1 a %2.</translation>
    </message>
    <message>
        <source>%1 is out of range; a number from %2 to %3 is allowed.</source>
        <translation>%1 está fora da faixa; é permitido um número de %2 a %3.</translation>
    </message>
    <message>
        <source>“%1” is not known; the choices are %2.</source>
        <translation>“%1” não é conhecido; as opções são %2.</translation>
    </message>
    <message>
        <source>each entry needs a figure, a panel from 0 up, and finite limits with the lower one first.</source>
        <translation>cada item precisa de uma figura, de um painel a partir de 0 e de limites finitos, o menor primeiro.</translation>
    </message>
    <message>
        <source>layer %1 is given twice; each layer may be given once.</source>
        <translation>a camada %1 aparece duas vezes; cada camada pode aparecer uma vez.</translation>
    </message>
    <message>
        <source>layer %1: weight and bias must be finite numbers from −1000000 to 1000000.</source>
        <translation>camada %1: peso e viés devem ser números finitos de −1000000 a 1000000.</translation>
    </message>
    <message>
        <source>“%1” cannot change in mid-run; what can is %2.</source>
        <translation>“%1” não pode mudar no meio do treinamento; o que pode é %2.</translation>
    </message>
    <message>
        <source>step %1, %2</source>
        <translation>passo %1, %2</translation>
    </message>
    <message>
        <source>%1 is changed twice at step %2; once is enough.</source>
        <translation>%1 é alterado duas vezes no passo %2; uma vez basta.</translation>
    </message>
    <message>
        <source>layer normalization needs a width of 2 or more: over one neuron nothing is left.</source>
        <translation>a normalização por camada precisa de largura 2 ou mais: sobre um neurônio não resta nada.</translation>
    </message>
    <message>
        <source>batch normalization needs 2 examples or more: over one example nothing is left.</source>
        <translation>a normalização por lote precisa de 2 exemplos ou mais: sobre um exemplo não resta nada.</translation>
    </message>
    <message>
        <source>batch normalization needs 2 examples or more in every batch; the last of these has %1.</source>
        <translation>a normalização por lote precisa de 2 exemplos ou mais em cada lote; o último destes tem %1.</translation>
    </message>
    <message>
        <source>the data “%1” need inputs = %2 and outputs = %3, not %4 and %5.</source>
        <translation>os dados “%1” precisam de inputs = %2 e outputs = %3, não %4 e %5.</translation>
    </message>
    <message>
        <source>a number is needed.</source>
        <translation>é necessário um número.</translation>
    </message>
    <message>
        <source>a text is needed.</source>
        <translation>é necessário um texto.</translation>
    </message>
    <message>
        <source>a list of texts is needed.</source>
        <translation>é necessária uma lista de textos.</translation>
    </message>
    <message>
        <source>a list of layers is needed.</source>
        <translation>é necessária uma lista de camadas.</translation>
    </message>
    <message>
        <source>a list of changes is needed.</source>
        <translation>é necessária uma lista de alterações.</translation>
    </message>
    <message>
        <source>a list of axis limits is needed.</source>
        <translation>é necessária uma lista de limites de eixos.</translation>
    </message>
    <message>
        <source>a whole number is needed.</source>
        <translation>é necessário um número inteiro.</translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation>%1 não é um número inteiro.</translation>
    </message>
    <message>
        <source>layer %1 does not exist; the layers are 1 to %2 (the depth).</source>
        <translation>a camada %1 não existe; as camadas são 1 a %2 (a profundidade).</translation>
    </message>
    <message>
        <source>these sizes would take %1 GB of memory; %2 GB are the limit.</source>
        <translation>estes tamanhos ocupariam %1 GB de memória; o limite é %2 GB.</translation>
    </message>
    <message>
        <source>“%1” goes only with the output activation %2, not with %3.</source>
        <translation>“%1” só combina com a ativação de saída %2, não com %3.</translation>
    </message>
    <message>
        <source>The largest slope of the logistic function, σ′(0)</source>
        <translation>A maior inclinação da função logística, σ′(0)</translation>
    </message>
    <message>
        <source>Factor of layer %1, weight 100 and balanced biases</source>
        <translation>Fator da camada %1, peso 100 e vieses equilibrados</translation>
    </message>
    <message>
        <source>Layer 1&apos;s speed over layer 4&apos;s there</source>
        <translation>Velocidade da camada 1 sobre a da camada 4 ali</translation>
    </message>
    <message>
        <source>log₁₀ of the product of 1000 factors of 0.25</source>
        <translation>log₁₀ do produto de 1000 fatores de 0,25</translation>
    </message>
    <message>
        <source>log₁₀ of the product of 1000 factors of 25</source>
        <translation>log₁₀ do produto de 1000 fatores de 25</translation>
    </message>
    <message>
        <source>log₁₀ of the product at w = 100, b = −50, a₀ = 0.51, depth %1</source>
        <translation>log₁₀ do produto com w = 100, b = −50, a₀ = 0,51, profundidade %1</translation>
    </message>
    <message>
        <source>log₁₀ of σ(−800)</source>
        <translation>log₁₀ de σ(−800)</translation>
    </message>
    <message>
        <source>Layer at which a ReLU chain of weight 100 reaches 10³⁰⁸</source>
        <translation>Camada em que uma cadeia ReLU de peso 100 chega a 10³⁰⁸</translation>
    </message>
    <message>
        <source>Factors of %1 that %2 holds</source>
        <translation>Fatores de %1 que cabem em %2</translation>
    </message>
    <message>
        <source>IEEE 754, largest and smallest number</source>
        <translation>IEEE 754, maior e menor número</translation>
    </message>
    <message>
        <source>Width of the window |w σ′(wa + b)| ≥ 1 at |w| = %1</source>
        <translation>Largura da janela |w σ′(wa + b)| ≥ 1 em |w| = %1</translation>
    </message>
    <message>
        <source>The |w| whose window is widest</source>
        <translation>O |w| cuja janela é a mais larga</translation>
    </message>
    <message>
        <source>The width of that window</source>
        <translation>A largura dessa janela</translation>
    </message>
    <message>
        <source>Width of the inputs whose gradient does not shrink, w = 100, b = −50, depth %1</source>
        <translation>Largura das entradas cujo gradiente não encolhe, w = 100, b = −50, profundidade %1</translation>
    </message>
    <message>
        <source>Largest share of inputs whose gradient can grow tenfold</source>
        <translation>Maior fração de entradas cujo gradiente pode crescer dez vezes</translation>
    </message>
    <message>
        <source>mean field (Schoenholz et al. 2017), integrated independently</source>
        <translation>campo médio (Schoenholz et al. 2017), integrado independentemente</translation>
    </message>
    <message>
        <source>The mean square of z there, q*</source>
        <translation>A média dos quadrados de z ali, q*</translation>
    </message>
    <message>
        <source>χ₁ of tanh layers with gain 5/3</source>
        <translation>χ₁ de camadas tanh com ganho 5/3</translation>
    </message>
    <message>
        <source>E‖δ¹‖²/E‖δ²‖², 800 inputs, 50 logistic neurons, 800 outputs: widths cancel</source>
        <translation>E‖δ¹‖²/E‖δ²‖², 800 entradas, 50 neurônios logísticos, 800 saídas: as larguras se cancelam</translation>
    </message>
    <message>
        <source>The same with 50 inputs, 800 neurons, 50 outputs</source>
        <translation>O mesmo com 50 entradas, 800 neurônios, 50 saídas</translation>
    </message>
    <message>
        <source>Lyapunov exponent %1 of a product of 20 000 Gaussian 4 × 4 matrices</source>
        <translation>Expoente de Lyapunov %1 de um produto de 20 000 matrizes gaussianas 4 × 4</translation>
    </message>
    <message>
        <source>Mean singular value of a square Gaussian layer with variance 1/n</source>
        <translation>Valor singular médio de uma camada gaussiana quadrada com variância 1/n</translation>
    </message>
    <message>
        <source>The same of Glorot and Bengio&apos;s standard layer</source>
        <translation>O mesmo da camada padrão de Glorot e Bengio</translation>
    </message>
    <message>
        <source>Nielsen, Neural Networks and Deep Learning (2015), chapter 5</source>
        <translation>Nielsen, Neural Networks and Deep Learning (2015), capítulo 5</translation>
    </message>
    <message>
        <source>closed form: %1</source>
        <translation>forma fechada: %1</translation>
    </message>
    <message>
        <source>arithmetic with 400 digits</source>
        <translation>aritmética com 400 dígitos</translation>
    </message>
    <message>
        <source>“%1” is not a number above 0; enter a number such as 0.01 or 1e-5.</source>
        <translation>“%1” não é um número acima de 0; digite um número como 0,01 ou 1e-5.</translation>
    </message>
    <message>
        <source>“%1” is not a number; enter a number such as 0.25.</source>
        <translation>“%1” não é um número; digite um número como 0,25.</translation>
    </message>
    <message>
        <source>Computing the forward and backward pass…</source>
        <translation>Calculando a passagem direta e a retropropagação…</translation>
    </message>
    <message>
        <source>The name of the file is empty.</source>
        <translation>O nome do arquivo está vazio.</translation>
    </message>
    <message>
        <source>“%1” needs a value after it; see --help.</source>
        <translation>“%1” precisa de um valor depois dele; veja --help.</translation>
    </message>
    <message>
        <source>“%1” is given twice; give it once.</source>
        <translation>“%1” foi dado duas vezes; dê uma vez.</translation>
    </message>
    <message>
        <source>“%1” is not an option of deltascope; see --help.</source>
        <translation>“%1” não é uma opção do deltascope; veja --help.</translation>
    </message>
    <message>
        <source>Give a file or --preset, not both.</source>
        <translation>Dê um arquivo ou --preset, não ambos.</translation>
    </message>
    <message>
        <source>There is no preset “%1”; there are %2.</source>
        <translation>Não há predefinição “%1”; há %2.</translation>
    </message>
    <message>
        <source>There is no language “%1”; there are %2.</source>
        <translation>Não há idioma “%1”; há %2.</translation>
    </message>
    <message>
        <source>There is no theme “%1”; there are %2.</source>
        <translation>Não há tema “%1”; há %2.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>What the numbers mean: whether the gradient vanishes, explodes or stays balanced on its way back to layer 1, and which number formats would lose it.</source>
        <translation>O que os números significam: se o gradiente se dissipa, explode ou fica equilibrado no caminho de volta à camada 1, e que formatos numéricos o perderiam.</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Fórmula</translation>
    </message>
    <message>
        <source>The gradient of layer 1 written out: one term for each layer, with its present number. Click a term to select its layer; pointing at a term marks its layer in every figure.</source>
        <translation>O gradiente da camada 1 por extenso: um termo para cada camada, com seu número atual. Clique em um termo para selecionar sua camada; apontar para um termo marca sua camada em todas as figuras.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lição</translation>
    </message>
    <message>
        <source>The lesson step by step: answer before you see what happens, reach the goals with the remaining controls, explore freely at any time and come back to the step.</source>
        <translation>A lição passo a passo: responda antes de ver o que acontece, alcance as metas com os controles que restam, explore livremente a qualquer momento e volte ao passo.</translation>
    </message>
    <message>
        <source>Show all controls</source>
        <translation>Mostrar todos os controles</translation>
    </message>
    <message>
        <source>The lesson shows only those that this step is about</source>
        <translation>A lição mostra só aqueles de que este passo trata</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Everything that the network is made of. Drag a slider, type a number (with a point or a comma) or use the arrow keys; double-click a name to reset its value. Alt with a digit goes to the row of that number. Whatever the chosen initialization and data do not use is hidden.</source>
        <translation>Tudo de que a rede é feita. Arraste um controle, digite um número (com ponto ou vírgula) ou use as setas; um duplo clique no nome restaura o valor. Alt com um dígito vai à linha desse número. O que a inicialização e os dados escolhidos não usam fica oculto.</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nome:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Data:</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Fonte: %1</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Passo %1</translation>
    </message>
    <message>
        <source>My prediction:</source>
        <translation>Minha previsão:</translation>
    </message>
    <message>
        <source>What happened, and why:</source>
        <translation>O que aconteceu, e por quê:</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Resposta: %1</translation>
    </message>
    <message>
        <source>Goal: %1</source>
        <translation>Meta: %1</translation>
    </message>
    <message>
        <source>Settings that reach it:</source>
        <translation>Ajustes que a alcançam:</translation>
    </message>
    <message>
        <source>One way to reach it: %1</source>
        <translation>Um modo de alcançá-la: %1</translation>
    </message>
    <message>
        <source>The picture would have %1 × %2 pixels, %3 million; at most %4 million are possible: choose a smaller size or a lower resolution.</source>
        <translation>A imagem teria %1 × %2 pixels, %3 milhões; são possíveis no máximo %4 milhões: escolha um tamanho menor ou uma resolução mais baixa.</translation>
    </message>
    <message>
        <source>The picture could not be made: %1 failed.</source>
        <translation>A imagem não pôde ser feita: %1 falhou.</translation>
    </message>
    <message>
        <source>The font “%1” of the program cannot be loaded; figures would have no text.</source>
        <translation>A fonte “%1” do programa não pode ser carregada; as figuras ficariam sem texto.</translation>
    </message>
    <message>
        <source>The drawing could not be made: %1 failed.</source>
        <translation>O desenho não pôde ser feito: %1 falhou.</translation>
    </message>
    <message>
        <source>The page could not be made: %1 failed.</source>
        <translation>A página não pôde ser feita: %1 falhou.</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Imagem PNG</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>Desenho SVG</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>Página PDF</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Tabela CSV</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>Dados JSON</translation>
    </message>
    <message>
        <source>A figure of %1 × %2 mm is not possible; each side may be 10 to 2000 mm long.</source>
        <translation>Uma figura de %1 × %2 mm não é possível; cada lado pode ter de 10 a 2000 mm.</translation>
    </message>
    <message>
        <source>A resolution of %1 dpi is not possible; 30 to 2400 dpi are.</source>
        <translation>Uma resolução de %1 dpi não é possível; são possíveis de 30 a 2400 dpi.</translation>
    </message>
    <message>
        <source>A type size of %1 pt is not possible; 4 to 72 pt are.</source>
        <translation>Um tamanho de letra de %1 pt não é possível; são possíveis de 4 a 72 pt.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Impressão</translation>
    </message>
    <message>
        <source>a</source>
        <translation>a</translation>
    </message>
    <message>
        <source>f′(z)</source>
        <translation>f′(z)</translation>
    </message>
    <message>
        <source>factor w·f′(z)</source>
        <translation>fator w·f′(z)</translation>
    </message>
    <message>
        <source>mean z</source>
        <translation>z médio</translation>
    </message>
    <message>
        <source>std z</source>
        <translation>desvio z</translation>
    </message>
    <message>
        <source>mean a</source>
        <translation>a médio</translation>
    </message>
    <message>
        <source>std a</source>
        <translation>desvio a</translation>
    </message>
    <message>
        <source>mean f′(z)</source>
        <translation>f′(z) médio</translation>
    </message>
    <message>
        <source>5 %</source>
        <translation>5 %</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>rms speed</source>
        <translation>velocidade rms</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>prevista</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>camada</translation>
    </message>
    <message>
        <source>product of the factors, da_L/da₀</source>
        <translation>produto dos fatores, da_L/da₀</translation>
    </message>
    <message>
        <source>largest singular value of the product</source>
        <translation>maior valor singular do produto</translation>
    </message>
    <message>
        <source>χ₁ of mean field theory</source>
        <translation>χ₁ da teoria do campo médio</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>cenário</translation>
    </message>
    <message>
        <source>Cannot write to standard output: %1.</source>
        <translation>Não é possível escrever na saída padrão: %1.</translation>
    </message>
    <message>
        <source>Usage: deltascope-cli COMMAND [OPTIONS]</source>
        <translation>Uso: deltascope-cli COMMAND [OPTIONS]</translation>
    </message>
    <message>
        <source>See why deep networks learn at different speeds, layer by layer: without a window.</source>
        <translation>Veja por que redes profundas aprendem a velocidades diferentes, camada por camada: sem janela.</translation>
    </message>
    <message>
        <source>print this, or the help of a COMMAND, and end</source>
        <translation>imprime isto, ou a ajuda de um COMMAND, e termina</translation>
    </message>
    <message>
        <source>print the version and end</source>
        <translation>imprime a versão e termina</translation>
    </message>
    <message>
        <source>Examples:
  deltascope-cli evaluate --preset explosion
  deltascope-cli evaluate --set depth=12 --set weight=7 --format json
  deltascope-cli figure learning_speed --preset vanishing --out speed.pdf

Exit codes: 0 done; 1 internal fault or a failed check; 2 wrong usage or value;
3 cannot read; 4 cannot write; 5 bad data in a file; 130 interrupted; 143 terminated.</source>
        <translation>Exemplos:
  deltascope-cli evaluate --preset explosion
  deltascope-cli evaluate --set depth=12 --set weight=7 --format json
  deltascope-cli figure learning_speed --preset vanishing --out speed.pdf

Códigos de saída: 0 pronto; 1 falha interna ou verificação que falhou; 2 uso ou valor errado;
3 não pode ler; 4 não pode escrever; 5 dados ruins em um arquivo; 130 interrompido; 143 encerrado.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Uso: %1</translation>
    </message>
    <message>
        <source>(may be repeated)</source>
        <translation>(pode ser repetida)</translation>
    </message>
    <message>
        <source>print this and end</source>
        <translation>imprime isto e termina</translation>
    </message>
    <message>
        <source>There is no figure “%1”; did you mean “%2”?</source>
        <translation>Não há figura “%1”; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>There is no figure “%1”; there are %2.</source>
        <translation>Não há figura “%1”; há %2.</translation>
    </message>
    <message>
        <source>There is no theme “%1”; did you mean “%2”?</source>
        <translation>Não há tema “%1”; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>Give --preset or --scenario, not both.</source>
        <translation>Dê --preset ou --scenario, não ambos.</translation>
    </message>
    <message>
        <source>There is no preset “%1”; did you mean “%2”?</source>
        <translation>Não há predefinição “%1”; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>“%1 %2” needs the form KEY=VALUE.</source>
        <translation>“%1 %2” precisa da forma KEY=VALUE.</translation>
    </message>
    <message>
        <source>There is no parameter “%1”; did you mean “%2”?</source>
        <translation>Não há parâmetro “%1”; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>There is no parameter “%1”; there are %2.</source>
        <translation>Não há parâmetro “%1”; há %2.</translation>
    </message>
    <message>
        <source>At most %1 scenarios can be pinned.</source>
        <translation>No máximo %1 cenários podem ser fixados.</translation>
    </message>
    <message>
        <source>start from a preset; “list presets” names them</source>
        <translation>parte de uma predefinição; “list presets” as nomeia</translation>
    </message>
    <message>
        <source>start from a .deltascope file or an exported figure; - is standard input</source>
        <translation>parte de um arquivo .deltascope ou de uma figura exportada; - é a entrada padrão</translation>
    </message>
    <message>
        <source>write to this file instead of standard output</source>
        <translation>escreve neste arquivo em vez da saída padrão</translation>
    </message>
    <message>
        <source>language of the texts: %1</source>
        <translation>idioma dos textos: %1</translation>
    </message>
    <message>
        <source>“%1” is not an option of this command; did you mean “%2”?</source>
        <translation>“%1” não é uma opção deste comando; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>“%1” is not an option of this command; its options are %2.</source>
        <translation>“%1” não é uma opção deste comando; suas opções são %2.</translation>
    </message>
    <message>
        <source>“%1” is one word too many; this command takes only options.</source>
        <translation>“%1” é uma palavra a mais; este comando só aceita opções.</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>“%1” é uma palavra a mais.</translation>
    </message>
    <message>
        <source>“%1” takes no value.</source>
        <translation>“%1” não aceita valor.</translation>
    </message>
    <message>
        <source>“%1” needs a value after it: %2.</source>
        <translation>“%1” precisa de um valor depois dele: %2.</translation>
    </message>
    <message>
        <source>%1 needs %2 after it; see deltascope-cli %1 --help.</source>
        <translation>%1 precisa de %2 depois dele; veja deltascope-cli %1 --help.</translation>
    </message>
    <message>
        <source>There is no language “%1”; did you mean “%2”?</source>
        <translation>Não há idioma “%1”; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>There is no command “%1”; did you mean “%2”?</source>
        <translation>Não há comando “%1”; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>There is no command “%1”; there are %2.</source>
        <translation>Não há comando “%1”; há %2.</translation>
    </message>
    <message>
        <source>There is not enough memory for this scenario.</source>
        <translation>Não há memória suficiente para este cenário.</translation>
    </message>
    <message>
        <source>the same as --set epochs=N</source>
        <translation>o mesmo que --set epochs=N</translation>
    </message>
    <message>
        <source>one row per epoch (csv), or the run with its scenario (json)</source>
        <translation>uma linha por época (csv), ou o treinamento com seu cenário (json)</translation>
    </message>
    <message>
        <source>There is no format “%1”; did you mean “%2”?</source>
        <translation>Não há formato “%1”; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>There is no format “%1”; there are %2.</source>
        <translation>Não há formato “%1”; há %2.</translation>
    </message>
    <message>
        <source>Trains the network and prints cost, accuracy and every layer&apos;s speed, epoch by epoch.</source>
        <translation>Treina a rede e imprime custo, acurácia e a velocidade de cada camada, época por época.</translation>
    </message>
    <message>
        <source>speed_1 … are the norms of the mean error δ of each layer over the training examples, before
the first step of that epoch. The same scenario gives the same numbers, bit for bit, whatever
the number of processor cores. MNIST is read from --data DIR; without it drawn digits stand in.</source>
        <translation>speed_1 … são as normas do erro médio δ de cada camada sobre os exemplos de treinamento, antes
do primeiro passo dessa época. O mesmo cenário dá os mesmos números, bit por bit, qualquer
que seja o número de núcleos. O MNIST é lido de --data DIR; sem ela, usam-se dígitos desenhados.</translation>
    </message>
    <message>
        <source>for the teacher: what is right, what is then seen, a way to each goal</source>
        <translation>para o professor: o que é certo, o que então se vê, um caminho para cada meta</translation>
    </message>
    <message>
        <source>There is no lesson “%1”; did you mean “%2”?</source>
        <translation>Não há lição “%1”; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>There is no lesson “%1”; there are %2.</source>
        <translation>Não há lição “%1”; há %2.</translation>
    </message>
    <message>
        <source>LESSON is the name of one that “list lessons” shows, or the file of your own.</source>
        <translation>LESSON é o nome de uma que “list lessons” mostra, ou um arquivo seu.</translation>
    </message>
    <message>
        <source>the file to write; - is standard output</source>
        <translation>o arquivo a escrever; - é a saída padrão</translation>
    </message>
    <message>
        <source>network needs --out FILE.json; --out - is standard output.</source>
        <translation>network precisa de --out FILE.json; --out - é a saída padrão.</translation>
    </message>
    <message>
        <source>a table to read (text), json or csv</source>
        <translation>uma tabela para ler (text), json ou csv</translation>
    </message>
    <message>
        <source>add each speed&apos;s median, 5 % and 95 % over this seed and the next N − 1</source>
        <translation>acrescenta mediana, 5 % e 95 % de cada velocidade sobre esta semente e as N − 1 seguintes</translation>
    </message>
    <message>
        <source>add the singular values of each layer&apos;s Jacobian and of their product</source>
        <translation>acrescenta os valores singulares da jacobiana de cada camada e do seu produto</translation>
    </message>
    <message>
        <source>Under batch normalization the examples depend on one another, so that no layer has a Jacobian of its own: leave out --spectrum.</source>
        <translation>Com normalização por lote os exemplos dependem uns dos outros, de modo que nenhuma camada tem jacobiana própria: omita --spectrum.</translation>
    </message>
    <message>
        <source>Every layer&apos;s z, a, f′, factor and learning speeds, with the diagnosis in words.</source>
        <translation>z, a, f′, fator e velocidades de aprendizado de cada camada, com o diagnóstico em palavras.</translation>
    </message>
    <message>
        <source>Numbers always have a point as decimal mark. In json and csv, sizes are given as sign and
log10, since many of them are far beyond what a double holds. A single layer is set by
--set layers=&apos;[{&quot;layer&quot;: 2, &quot;weight&quot;: 3, &quot;bias&quot;: 0.5}]&apos;.</source>
        <translation>Os números têm sempre ponto decimal. Em json e csv os tamanhos são dados como sinal e
log10, pois muitos estão muito além do que cabe em um double. Uma única camada é definida por
--set layers=&apos;[{&quot;layer&quot;: 2, &quot;weight&quot;: 3, &quot;bias&quot;: 0.5}]&apos;.</translation>
    </message>
    <message>
        <source>frame.png writes frame_0001.png and so on; .mp4 and .gif need ffmpeg</source>
        <translation>frame.png escreve frame_0001.png e assim por diante; .mp4 e .gif precisam do ffmpeg</translation>
    </message>
    <message>
        <source>move this parameter; without it the network is trained</source>
        <translation>move este parâmetro; sem ele a rede é treinada</translation>
    </message>
    <message>
        <source>number of frames (100)</source>
        <translation>número de quadros (100)</translation>
    </message>
    <message>
        <source>frames per second of a film (25)</source>
        <translation>quadros por segundo de um filme (25)</translation>
    </message>
    <message>
        <source>dots per inch (150); a frame is 160 × 90 mm</source>
        <translation>pontos por polegada (150); um quadro tem 160 × 90 mm</translation>
    </message>
    <message>
        <source>set what is asked and how it is shown: layer, k, speed, …</source>
        <translation>define o que se pergunta e como se mostra: layer, k, speed, …</translation>
    </message>
    <message>
        <source>colours: light, dark, print, … (light)</source>
        <translation>cores: light, dark, print, … (light)</translation>
    </message>
    <message>
        <source>%1: “%2” is not a number from %3 to %4.</source>
        <translation>%1: “%2” não é um número de %3 a %4.</translation>
    </message>
    <message>
        <source>--sweep: there is no number “%1”; did you mean “%2”?</source>
        <translation>--sweep: não há número “%1”; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>--sweep: there is no number “%1”; there are %2.</source>
        <translation>--sweep: não há número “%1”; há %2.</translation>
    </message>
    <message>
        <source>--sweep: “%1” is not a range; write it like weight=0:10.</source>
        <translation>--sweep: “%1” não é uma faixa; escreva como weight=0:10.</translation>
    </message>
    <message>
        <source>--out is missing: the file to write.</source>
        <translation>Falta --out: o arquivo a escrever.</translation>
    </message>
    <message>
        <source>for people (text) or for programs (json)</source>
        <translation>para pessoas (text) ou para programas (json)</translation>
    </message>
    <message>
        <source>There is nothing called “%1” to list; did you mean “%2”?</source>
        <translation>Não há nada chamado “%1” para listar; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>There is nothing called “%1” to list; there are %2.</source>
        <translation>Não há nada chamado “%1” para listar; há %2.</translation>
    </message>
    <message>
        <source>Everything that has a name: activations, initializations, presets, figures, lessons, …</source>
        <translation>Tudo o que tem nome: ativações, inicializações, predefinições, figuras, lições, …</translation>
    </message>
    <message>
        <source>KIND is activations, initializers, losses, optimizers, datasets, presets, figures,
parameters or lessons;
without it, all are listed.</source>
        <translation>KIND é activations, initializers, losses, optimizers, datasets, presets, figures,
parameters ou lessons;
sem KIND, todos são listados.</translation>
    </message>
    <message>
        <source>the file to write: %2 or %3</source>
        <translation>o arquivo a escrever: %2 ou %3</translation>
    </message>
    <message>
        <source>set what is asked and how it is shown: layer, k, speed, …; “list parameters” names them</source>
        <translation>define o que se pergunta e como se mostra: layer, k, speed, …; “list parameters” os nomeia</translation>
    </message>
    <message>
        <source>draw this document&apos;s scenario too</source>
        <translation>desenha também o cenário deste documento</translation>
    </message>
    <message>
        <source>draw the training that “train --format json” has written, instead of training anew</source>
        <translation>desenha o treinamento que “train --format json” escreveu, em vez de treinar de novo</translation>
    </message>
    <message>
        <source>dots per inch of a PNG (300)</source>
        <translation>pontos por polegada de um PNG (300)</translation>
    </message>
    <message>
        <source>size of the type in points (8pt)</source>
        <translation>tamanho da letra em pontos (8pt)</translation>
    </message>
    <message>
        <source>leave the title out</source>
        <translation>omite o título</translation>
    </message>
    <message>
        <source>“%1” is not a resolution; write a number of dots per inch, like 300.</source>
        <translation>“%1” não é uma resolução; escreva um número de pontos por polegada, como 300.</translation>
    </message>
    <message>
        <source>“%1” is not a type size; write it in points, like 8pt.</source>
        <translation>“%1” não é um tamanho de letra; escreva em pontos, como 8pt.</translation>
    </message>
    <message>
        <source>figure needs --out FILE, where the name ends in %1 or %2.</source>
        <translation>figure precisa de --out FILE, cujo nome termina em %1 ou %2.</translation>
    </message>
    <message>
        <source>“%1” names no format; its end must be one of %2.</source>
        <translation>“%1” não nomeia formato algum; o final deve ser um destes: %2.</translation>
    </message>
    <message>
        <source>--run brings its own scenario; leave %1 out.</source>
        <translation>--run traz seu próprio cenário; omita %1.</translation>
    </message>
    <message>
        <source>The figure “%1” draws no training; leave --run out.</source>
        <translation>A figura “%1” não desenha treinamento; omita --run.</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>calculado</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>desvio</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>permitido</translation>
    </message>
    <message>
        <source>what</source>
        <translation>o quê</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fonte</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FALHOU</translation>
    </message>
    <message>
        <source>All %1 numbers agree with their sources.</source>
        <translation>Todos os %1 números concordam com suas fontes.</translation>
    </message>
    <message>
        <source>%1 of %2 numbers do not agree with their sources.</source>
        <translation>%1 de %2 números não concordam com suas fontes.</translation>
    </message>
    <message>
        <source>Published and closed-form numbers, computed live, each with its source and deviation.</source>
        <translation>Números publicados e de forma fechada, calculados na hora, cada um com fonte e desvio.</translation>
    </message>
    <message>
        <source>Exits with 1 if any number deviates by more than half a unit of its last digit.</source>
        <translation>Termina com 1 se algum número desviar mais de meia unidade do seu último dígito.</translation>
    </message>
    <message>
        <source>The clipboard holds no document: %1</source>
        <translation>A área de transferência não contém um documento: %1</translation>
    </message>
    <message>
        <source>Drop a file of this computer here, not an address or a text.</source>
        <translation>Solte aqui um arquivo deste computador, não um endereço nem um texto.</translation>
    </message>
    <message>
        <source>One document can be open at a time; not opened: %1.</source>
        <translation>Só um documento pode estar aberto por vez; não abertos: %1.</translation>
    </message>
    <message>
        <source>This is where the network is built: drag a slider or type a number, and everything else follows at once.</source>
        <translation>Aqui se monta a rede: arraste um controle deslizante ou digite um número, e todo o resto acompanha na hora.</translation>
    </message>
    <message>
        <source>What the gradient does on its way back through the layers. A click selects a layer in all figures; the wheel zooms; the name above a figure chooses another.</source>
        <translation>O que o gradiente faz no caminho de volta pelas camadas. Um clique seleciona uma camada em todas as figuras; a roda amplia; o nome acima de uma figura escolhe outra.</translation>
    </message>
    <message>
        <source>What the numbers mean, in words. “Why?” leads to the lesson that explains it.</source>
        <translation>O que os números significam, em palavras. “Por quê?” leva à lição que explica.</translation>
    </message>
    <message>
        <source>Presets begin with a known experiment. The Lessons menu has %1 lessons that ask before they show. F5 is the view for a projector.</source>
        <translation>As predefinições começam com um experimento conhecido. O menu Lições tem %1 lições que perguntam antes de mostrar. F5 é o modo para um projetor.</translation>
    </message>
    <message>
        <source>question</source>
        <translation>pergunta</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>meta</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Pergunta</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Correct answer</source>
        <translation>Resposta certa</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Certo</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Dicas</translation>
    </message>
    <message>
        <source>Cannot write “%1”: %2</source>
        <translation>Não é possível escrever “%1”: %2</translation>
    </message>
    <message>
        <source>The file name “%1” is not valid UTF-8; rename the file.</source>
        <translation>O nome de arquivo “%1” não é UTF-8 válido; renomeie o arquivo.</translation>
    </message>
    <message>
        <source>%1: “%2” is not known; the choices are %3.</source>
        <translation>%1: “%2” não é conhecido; as opções são %3.</translation>
    </message>
    <message>
        <source>Standard input: %1</source>
        <translation>Entrada padrão: %1</translation>
    </message>
    <message>
        <source>“%1” could not be opened again, so it is not written: %2</source>
        <translation>“%1” não poderia ser reaberto, por isso não é escrito: %2</translation>
    </message>
    <message>
        <source>“%1”: an animation is written as .png (a numbered series), .mp4 or .gif.</source>
        <translation>“%1”: uma animação é escrita como .png (uma série numerada), .mp4 ou .gif.</translation>
    </message>
    <message>
        <source>%1 files need ffmpeg, which is not installed; .png writes the frames one by one.</source>
        <translation>Arquivos %1 precisam do ffmpeg, que não está instalado; .png escreve os quadros um a um.</translation>
    </message>
    <message>
        <source>An animation has from 2 to %1 frames, not %2.</source>
        <translation>Uma animação tem de 2 a %1 quadros, não %2.</translation>
    </message>
    <message>
        <source>A thousand layers</source>
        <translation>Mil camadas</translation>
    </message>
    <message>
        <source>Closed form: 0.25¹⁰⁰⁰ = 10^−602.06</source>
        <translation>Forma fechada: 0,25¹⁰⁰⁰ = 10^−602,06</translation>
    </message>
    <message>
        <source>Exactly balanced</source>
        <translation>Exatamente equilibrada</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5: |w| ≥ 4 is the least that the condition |wσ′(z)| ≥ 1 allows</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5: |w| ≥ 4 é o mínimo que a condição |wσ′(z)| ≥ 1 permite</translation>
    </message>
    <message>
        <source>Exploding gradient</source>
        <translation>Explosão do gradiente</translation>
    </message>
    <message>
        <source>Every bias is set so that z = 0, where σ′ is largest: each factor is 100 × 1/4 = 25, and each layer towards the input learns 25 times faster than the one after it.</source>
        <translation>Todo viés é escolhido para que z = 0, onde σ′ é máxima: cada fator é 100 × 1/4 = 25, e cada camada em direção à entrada aprende 25 vezes mais rápido que a seguinte.</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5: weights of 100 with biases of −100·a</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5: pesos de 100 com vieses de −100·a</translation>
    </message>
    <message>
        <source>Glorot &amp; Bengio: normalized initialization, tanh</source>
        <translation>Glorot &amp; Bengio: inicialização normalizada, tanh</translation>
    </message>
    <message>
        <source>At the start all layers learn at about the same speed: √(6/(n_in + n_out)) keeps the spread of activations and errors constant. Train: the cost falls at once, ahead of the pinned standard initialization. The paper trains on three larger sets of images; here 1000 digits, 2000 steps.</source>
        <translation>No início todas as camadas aprendem mais ou menos à mesma velocidade: √(6/(n_in + n_out)) mantém constante a dispersão de ativações e erros. Treine: o custo cai de imediato, à frente da inicialização padrão, fixada. O artigo treina com três conjuntos maiores de imagens; aqui 1000 dígitos, 2000 passos.</translation>
    </message>
    <message>
        <source>X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), figures 6 to 9</source>
        <translation>X. Glorot e Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), figuras 6 a 9</translation>
    </message>
    <message>
        <source>Glorot &amp; Bengio: sigmoid saturates</source>
        <translation>Glorot &amp; Bengio: a sigmoide satura</translation>
    </message>
    <message>
        <source>X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), figure 2</source>
        <translation>X. Glorot e Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), figura 2</translation>
    </message>
    <message>
        <source>Glorot &amp; Bengio: standard initialization, tanh</source>
        <translation>Glorot &amp; Bengio: inicialização padrão, tanh</translation>
    </message>
    <message>
        <source>Sutskever et al.: scale of the initial weights</source>
        <translation>Sutskever et al.: escala dos pesos iniciais</translation>
    </message>
    <message>
        <source>I. Sutskever, J. Martens, G. Dahl and G. Hinton, On the importance of initialization and momentum in deep learning (2013), table 4</source>
        <translation>I. Sutskever, J. Martens, G. Dahl e G. Hinton, On the importance of initialization and momentum in deep learning (2013), tabela 4</translation>
    </message>
    <message>
        <source>The knife edge</source>
        <translation>O fio da navalha</translation>
    </message>
    <message>
        <source>The instability of M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5, pushed to one shared weight and bias</source>
        <translation>A instabilidade de M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5, levada a um peso e um viés comuns a todas as camadas</translation>
    </message>
    <message>
        <source>A large weight alone does not help</source>
        <translation>Só um peso grande não ajuda</translation>
    </message>
    <message>
        <source>The same w = 100 with b = 0: z lands near 100, where σ′ is about 10⁻⁴⁴, and the factor falls far below that of w = 1. Set the initialization to balanced to see it explode instead.</source>
        <translation>O mesmo w = 100 com b = 0: z cai perto de 100, onde σ′ é cerca de 10⁻⁴⁴, e o fator fica muito abaixo do de w = 1. Escolha a inicialização equilibrada para, em vez disso, vê-lo explodir.</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5: why the weights cannot simply be made larger</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5: por que os pesos não podem simplesmente ser maiores</translation>
    </message>
    <message>
        <source>Nielsen: 2 hidden layers</source>
        <translation>Nielsen: 2 camadas ocultas</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5; his published norms, MIT licence</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5; suas normas publicadas, licença MIT</translation>
    </message>
    <message>
        <source>Nielsen: 3 hidden layers</source>
        <translation>Nielsen: 3 camadas ocultas</translation>
    </message>
    <message>
        <source>Nielsen: 4 hidden layers</source>
        <translation>Nielsen: 4 camadas ocultas</translation>
    </message>
    <message>
        <source>A chain of ReLUs</source>
        <translation>Uma cadeia de ReLUs</translation>
    </message>
    <message>
        <source>Where z &gt; 0 the slope is exactly 1 and each factor is w itself: w = 1 keeps the gradient, w = 1.2 makes it explode, w = 0.8 lets it vanish, and a negative w kills it: an exact zero.</source>
        <translation>Onde z &gt; 0 a inclinação é exatamente 1 e cada fator é o próprio w: w = 1 mantém o gradiente, w = 1,2 o faz explodir, w = 0,8 o faz dissipar-se, e um w negativo o mata: um zero exato.</translation>
    </message>
    <message>
        <source>X. Glorot, A. Bordes, Y. Bengio, Deep Sparse Rectifier Neural Networks (2011)</source>
        <translation>X. Glorot, A. Bordes, Y. Bengio, Deep Sparse Rectifier Neural Networks (2011)</translation>
    </message>
    <message>
        <source>Flipping signs</source>
        <translation>Sinais alternados</translation>
    </message>
    <message>
        <source>A negative weight flips the sign of every factor: each is −8 × 1/4 = −2, so neighbouring layers are pushed in opposite directions while the size doubles from layer to layer.</source>
        <translation>Um peso negativo inverte o sinal de cada fator: cada um é −8 × 1/4 = −2, de modo que camadas vizinhas são empurradas em sentidos opostos enquanto o tamanho dobra de camada em camada.</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5, with the sign of w flipped</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5, com o sinal de w invertido</translation>
    </message>
    <message>
        <source>Glorot &amp; Bengio: softsign</source>
        <translation>Glorot &amp; Bengio: softsign</translation>
    </message>
    <message>
        <source>X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), figure 3</source>
        <translation>X. Glorot e Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), figura 3</translation>
    </message>
    <message>
        <source>Sutskever et al.: momentum</source>
        <translation>Sutskever et al.: momentum</translation>
    </message>
    <message>
        <source>I. Sutskever, J. Martens, G. Dahl and G. Hinton, On the importance of initialization and momentum in deep learning (2013), table 1</source>
        <translation>I. Sutskever, J. Martens, G. Dahl e G. Hinton, On the importance of initialization and momentum in deep learning (2013), tabela 1</translation>
    </message>
    <message>
        <source>Sutskever et al.: Nesterov</source>
        <translation>Sutskever et al.: Nesterov</translation>
    </message>
    <message>
        <source>Sutskever et al.: plain descent</source>
        <translation>Sutskever et al.: descida simples</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>Dissipação do gradiente</translation>
    </message>
    <message>
        <source>Every factor is below 1/4, so each layer towards the input learns at most a quarter as fast as the next; add layers and watch layer 1 fall behind.</source>
        <translation>Todo fator fica abaixo de 1/4, de modo que cada camada em direção à entrada aprende no máximo a um quarto da velocidade da seguinte; acrescente camadas e veja a camada 1 ficar para trás.</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5: four neurons in a row</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5: quatro neurônios em fila</translation>
    </message>
    <message>
        <source>The widest window</source>
        <translation>A janela mais larga</translation>
    </message>
    <message>
        <source>No weight lets more inputs through one layer without shrinking the gradient than |w| = 6.894: a window 0.4477 wide. Move w either way and the window narrows.</source>
        <translation>Nenhum peso deixa mais entradas passarem por uma camada sem encolher o gradiente do que |w| = 6,894: uma janela de largura 0,4477. Mova w para qualquer lado e a janela se estreita.</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5, the problem on |wσ′(wa + b)| ≥ 1</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5, o problema sobre |wσ′(wa + b)| ≥ 1</translation>
    </message>
    <message>
        <source>The explosion by hand</source>
        <translation>A explosão à mão</translation>
    </message>
    <message>
        <source>w = 100 and just the right biases: now the first layer learns fastest.</source>
        <translation>w = 100 e exatamente os vieses certos: agora a primeira camada aprende mais rápido.</translation>
    </message>
    <message>
        <source>Data Science Academy, Deep Learning Book, chapter 36; M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5</source>
        <translation>Data Science Academy, Deep Learning Book, capítulo 36; M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5</translation>
    </message>
    <message>
        <source>The factor of a layer is w·σ′(z). To make it large, w must be large, and z = wa + b must stay near 0, where σ′ is largest. For w = 100 that takes a bias of −100·a in every layer.</source>
        <translation>O fator de uma camada é w·σ′(z). Para que seja grande, w deve ser grande, e z = wa + b deve ficar perto de 0, onde σ′ é maior. Para w = 100 isso exige um viés de −100·a em cada camada.</translation>
    </message>
    <message>
        <source>Suppose w = 100 and every bias is chosen so that z = 0.</source>
        <translation>Suponha w = 100 e cada viés escolhido para que z = 0.</translation>
    </message>
    <message>
        <source>How large is each factor then? An answer within 10 % is accepted.</source>
        <translation>Qual é então o tamanho de cada fator? Aceita-se uma resposta com erro de até 10 %.</translation>
    </message>
    <message>
        <source>100 × ¼ = 25. Balanced initialization chooses exactly these biases, layer by layer.</source>
        <translation>100 × ¼ = 25. A inicialização equilibrada escolhe exatamente esses vieses, camada por camada.</translation>
    </message>
    <message>
        <source>Four layers, each factor 25.</source>
        <translation>Quatro camadas, cada fator 25.</translation>
    </message>
    <message>
        <source>How many times faster than layer 4 does layer 1 learn now? An answer within a factor of 2 is accepted.</source>
        <translation>Quantas vezes mais rápido que a camada 4 a camada 1 aprende agora? Aceita-se uma resposta dentro de um fator de 2.</translation>
    </message>
    <message>
        <source>25³ = 15&#x202f;625: the gradient explodes on its way back. Vanishing and exploding are the same thing: a product of many terms.</source>
        <translation>25³ = 15&#x202f;625: o gradiente explode no caminho de volta. Dissipar-se e explodir são a mesma coisa: um produto de muitos termos.</translation>
    </message>
    <message>
        <source>Between vanishing and exploding there must be a weight at which all layers learn at the same speed.</source>
        <translation>Entre dissipação e explosão deve haver um peso em que todas as camadas aprendem à mesma velocidade.</translation>
    </message>
    <message>
        <source>Keep the balanced initialization, and find the weight at which the fastest layer learns at most 1.1 times as fast as the slowest.</source>
        <translation>Mantenha a inicialização equilibrada e encontre o peso em que a camada mais rápida aprende no máximo 1,1 vez mais rápido que a mais lenta.</translation>
    </message>
    <message>
        <source>Each factor should be 1.</source>
        <translation>Cada fator deve ser 1.</translation>
    </message>
    <message>
        <source>w × ¼ = 1</source>
        <translation>w × ¼ = 1</translation>
    </message>
    <message>
        <source>The explosion budget</source>
        <translation>O orçamento da explosão</translation>
    </message>
    <message>
        <source>However the chain is built, few inputs can explode.</source>
        <translation>Seja como for construída a cadeia, poucas entradas podem explodir.</translation>
    </message>
    <message>
        <source>Data Science Academy, Deep Learning Book, chapter 36; M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5; the bound follows from ∫|da/da₀| da₀ ≤ 1 for a monotone chain</source>
        <translation>Data Science Academy, Deep Learning Book, capítulo 36; M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5; o limite segue de ∫|da/da₀| da₀ ≤ 1 para uma cadeia monótona</translation>
    </message>
    <message>
        <source>Balance is made for one input. Which other inputs a₀ between 0 and 1 see a gradient that does not shrink? The figure draws |∂a/∂a₀| for all of them, and marks where it reaches K = 1.</source>
        <translation>O equilíbrio é feito para uma entrada. Que outras entradas a₀ entre 0 e 1 veem um gradiente que não encolhe? A figura desenha |∂a/∂a₀| para todas elas e marca onde ele chega a K = 1.</translation>
    </message>
    <message>
        <source>One layer with w = 100, b = −50: the window is 0.0917 wide.</source>
        <translation>Uma camada com w = 100, b = −50: a janela tem largura 0,0917.</translation>
    </message>
    <message>
        <source>A second, identical layer is added after it. How wide is the window now? An answer within a factor of 3 is accepted.</source>
        <translation>Acrescenta-se depois dela uma segunda camada igual. Qual é agora a largura da janela? Aceita-se uma resposta dentro de um fator de 3.</translation>
    </message>
    <message>
        <source>0.0063: both layers must be in their steep part at once.</source>
        <translation>0,0063: as duas camadas precisam estar ao mesmo tempo em sua parte íngreme.</translation>
    </message>
    <message>
        <source>Two more layers.</source>
        <translation>Mais duas camadas.</translation>
    </message>
    <message>
        <source>And with four layers?</source>
        <translation>E com quatro camadas?</translation>
    </message>
    <message>
        <source>about 0.003</source>
        <translation>cerca de 0,003</translation>
    </message>
    <message>
        <source>about 0.0001</source>
        <translation>cerca de 0,0001</translation>
    </message>
    <message>
        <source>about 0.00002</source>
        <translation>cerca de 0,00002</translation>
    </message>
    <message>
        <source>1.9·10⁻⁵. A student who picks an input at random would never see this explosion.</source>
        <translation>1,9·10⁻⁵. Um estudante que escolhe uma entrada ao acaso jamais veria esta explosão.</translation>
    </message>
    <message>
        <source>There is a reason. All activations lie between 0 and 1, so the output cannot change by more than 1 while a₀ goes from 0 to 1: |∂a/∂a₀|, added up over all inputs, is at most 1.</source>
        <translation>Há uma razão. Todas as ativações ficam entre 0 e 1, de modo que a saída não pode mudar mais que 1 enquanto a₀ vai de 0 a 1: |∂a/∂a₀|, somado sobre todas as entradas, é no máximo 1.</translation>
    </message>
    <message>
        <source>For what share of all inputs can the gradient grow 100-fold or more, whatever the weights and biases?</source>
        <translation>Para que fração de todas as entradas o gradiente pode crescer 100 vezes ou mais, quaisquer que sejam os pesos e vieses?</translation>
    </message>
    <message>
        <source>for a hundredth at most</source>
        <translation>para um centésimo, no máximo</translation>
    </message>
    <message>
        <source>for half of them at most</source>
        <translation>para a metade delas, no máximo</translation>
    </message>
    <message>
        <source>for all of them, with the right biases</source>
        <translation>para todas, com os vieses certos</translation>
    </message>
    <message>
        <source>A budget of 1, spent 100 at a time: at most 1/100 of the inputs. The deeper the chain, the larger the possible K, and the smaller the share.</source>
        <translation>Um orçamento de 1, gasto 100 por vez: no máximo 1/100 das entradas. Quanto mais profunda a cadeia, maior o K possível e menor a fração.</translation>
    </message>
    <message>
        <source>The budget can also be spent slowly.</source>
        <translation>O orçamento também pode ser gasto devagar.</translation>
    </message>
    <message>
        <source>Two layers, K = 1: find w and b whose window is wider than 0.2.</source>
        <translation>Duas camadas, K = 1: encontre w e b cuja janela seja mais larga que 0,2.</translation>
    </message>
    <message>
        <source>Which weight had the widest window in one layer?</source>
        <translation>Qual peso tinha a janela mais larga em uma camada?</translation>
    </message>
    <message>
        <source>Keep the window around a = ½: b = −w/2.</source>
        <translation>Mantenha a janela em torno de a = ½: b = −w/2.</translation>
    </message>
    <message>
        <source>Find the balance</source>
        <translation>Encontre o equilíbrio</translation>
    </message>
    <message>
        <source>A challenge: keep eight layers together.</source>
        <translation>Um desafio: manter oito camadas juntas.</translation>
    </message>
    <message>
        <source>Eight layers, one weight and one bias for all, and an input. The layers should learn at about the same speed.</source>
        <translation>Oito camadas, um peso e um viés para todas, e uma entrada. As camadas devem aprender mais ou menos à mesma velocidade.</translation>
    </message>
    <message>
        <source>Bring the fastest layer within a factor of 2 of the slowest. Your score is the factor: 1 is perfect.</source>
        <translation>Faça a camada mais rápida ficar a um fator de no máximo 2 da mais lenta. Sua pontuação é o fator: 1 é perfeito.</translation>
    </message>
    <message>
        <source>The factors must be close to 1 in every layer.</source>
        <translation>Os fatores devem ficar perto de 1 em cada camada.</translation>
    </message>
    <message>
        <source>Keep the activation where it is from layer to layer: a = σ(wa + b).</source>
        <translation>Mantenha a ativação onde está de camada em camada: a = σ(wa + b).</translation>
    </message>
    <message>
        <source>w = 4 needs z = 0.</source>
        <translation>w = 4 exige z = 0.</translation>
    </message>
    <message>
        <source>Now the input is 0.9 and cannot be moved.</source>
        <translation>Agora a entrada é 0,9 e não pode ser movida.</translation>
    </message>
    <message>
        <source>Again within a factor of 2.</source>
        <translation>De novo dentro de um fator de 2.</translation>
    </message>
    <message>
        <source>Look for a state that repeats itself: a = 0.9 in every layer.</source>
        <translation>Procure um estado que se repita: a = 0,9 em cada camada.</translation>
    </message>
    <message>
        <source>σ′ = a(1 − a) = 0.09 there: which w makes the factor 1?</source>
        <translation>Ali σ′ = a(1 − a) = 0,09: qual w faz o fator ser 1?</translation>
    </message>
    <message>
        <source>Then b = ln 9 − 0.9·w.</source>
        <translation>Então b = ln 9 − 0,9·w.</translation>
    </message>
    <message>
        <source>And once more, for those who want the last digit.</source>
        <translation>E mais uma vez, para quem quer o último dígito.</translation>
    </message>
    <message>
        <source>Within a factor of 1.05.</source>
        <translation>Dentro de um fator 1,05.</translation>
    </message>
    <message>
        <source>Three decimals of b matter.</source>
        <translation>Três casas decimais de b importam.</translation>
    </message>
    <message>
        <source>Type numbers instead of moving the slider.</source>
        <translation>Digite números em vez de mover o controle deslizante.</translation>
    </message>
    <message>
        <source>It can be done, on the edge of a knife: the third decimal of the bias decides. Nothing in training keeps a network there. Balance is a rare accident.</source>
        <translation>É possível, no fio da navalha: a terceira casa decimal do viés decide. Nada no treinamento mantém uma rede ali. O equilíbrio é um acidente raro.</translation>
    </message>
    <message>
        <source>What a learning speed is</source>
        <translation>O que é uma velocidade de aprendizado</translation>
    </message>
    <message>
        <source>One neuron per layer: how fast does each of them learn?</source>
        <translation>Um neurônio por camada: quão rápido cada um deles aprende?</translation>
    </message>
    <message>
        <source>Which layer learns fastest?</source>
        <translation>Qual camada aprende mais rápido?</translation>
    </message>
    <message>
        <source>Layer 1, next to the input</source>
        <translation>A camada 1, junto à entrada</translation>
    </message>
    <message>
        <source>All alike: their parameters are the same</source>
        <translation>Todas iguais: seus parâmetros são os mesmos</translation>
    </message>
    <message>
        <source>Layer 4, next to the output</source>
        <translation>A camada 4, junto à saída</translation>
    </message>
    <message>
        <source>A learning speed also says how much is left to learn: δ of the output contains the error a − y.</source>
        <translation>A velocidade de aprendizado também diz quanto falta aprender: δ da saída contém o erro a − y.</translation>
    </message>
    <message>
        <source>Move the target y until the network has almost nothing left to learn: a cost below 0.00001.</source>
        <translation>Mova o alvo y até que a rede não tenha quase nada a aprender: um custo abaixo de 0,00001.</translation>
    </message>
    <message>
        <source>The target must come close to the output a of layer 4.</source>
        <translation>O alvo deve chegar perto da saída a da camada 4.</translation>
    </message>
    <message>
        <source>Select layer 4: its a is listed on the right.</source>
        <translation>Selecione a camada 4: seu a está na lista à direita.</translation>
    </message>
    <message>
        <source>Many neurons: the matrix product</source>
        <translation>Muitos neurônios: o produto de matrizes</translation>
    </message>
    <message>
        <source>Thirty neurons per layer: does the average save the gradient?</source>
        <translation>Trinta neurônios por camada: a média salva o gradiente?</translation>
    </message>
    <message>
        <source>Data Science Academy, Deep Learning Book, chapter 36; M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5, its section on more complex networks</source>
        <translation>Data Science Academy, Deep Learning Book, capítulo 36; M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5, sua seção sobre redes mais complexas</translation>
    </message>
    <message>
        <source>Real networks have many neurons per layer. The formula stays the same, with matrices: the δ of a layer is Σ′(z)wᵀ times the δ of the next. The speed of a layer is the length of its vector δ.</source>
        <translation>Redes reais têm muitos neurônios por camada. A fórmula continua a mesma, com matrizes: o δ de uma camada é Σ′(z)wᵀ vezes o δ da seguinte. A velocidade de uma camada é o comprimento do seu vetor δ.</translation>
    </message>
    <message>
        <source>Sigmoid neurons, random weights of size 1/√30. How does layer 1 learn, compared with layer 6?</source>
        <translation>Neurônios sigmoides, pesos aleatórios de tamanho 1/√30. Como a camada 1 aprende, comparada com a camada 6?</translation>
    </message>
    <message>
        <source>faster: many paths add up</source>
        <translation>mais rápido: muitos caminhos se somam</translation>
    </message>
    <message>
        <source>about as fast</source>
        <translation>mais ou menos à mesma velocidade</translation>
    </message>
    <message>
        <source>much more slowly</source>
        <translation>muito mais devagar</translation>
    </message>
    <message>
        <source>Random signs mostly cancel: the sum of 30 terms of size 1/√30 is about 1, and σ′ ≤ ¼ is left in every layer. Draw new seeds: each network is different, the staircase stays.</source>
        <translation>Sinais aleatórios em geral se cancelam: a soma de 30 termos de tamanho 1/√30 é cerca de 1, e em cada camada resta σ′ ≤ ¼. Sorteie novas sementes: cada rede é diferente, a escada permanece.</translation>
    </message>
    <message>
        <source>The spectrum shows by how much each layer&apos;s matrix stretches a vector, at most and at least.</source>
        <translation>O espectro mostra quanto a matriz de cada camada estica um vetor, no máximo e no mínimo.</translation>
    </message>
    <message>
        <source>Would a network 300 neurons wide do better?</source>
        <translation>Uma rede de 300 neurônios de largura se sairia melhor?</translation>
    </message>
    <message>
        <source>yes, clearly</source>
        <translation>sim, claramente</translation>
    </message>
    <message>
        <source>no, about the same</source>
        <translation>não, mais ou menos igual</translation>
    </message>
    <message>
        <source>The weights are scaled with the width, so the factor per layer stays the same. What matters is the activation and the scale of the initial weights.</source>
        <translation>Os pesos são escalados com a largura, de modo que o fator por camada permanece. O que decide é a ativação e a escala dos pesos iniciais.</translation>
    </message>
    <message>
        <source>Back to 30 neurons.</source>
        <translation>De volta a 30 neurônios.</translation>
    </message>
    <message>
        <source>Choose another activation and another initialization so that the fastest layer learns at most 4 times as fast as the slowest.</source>
        <translation>Escolha outra ativação e outra inicialização para que a camada mais rápida aprenda no máximo 4 vezes mais rápido que a mais lenta.</translation>
    </message>
    <message>
        <source>tanh and ReLU have slopes of up to 1.</source>
        <translation>tanh e ReLU têm inclinações de até 1.</translation>
    </message>
    <message>
        <source>He&apos;s initialization was made for ReLU; orthogonal weights preserve lengths.</source>
        <translation>A inicialização de He foi feita para a ReLU; pesos ortogonais preservam os comprimentos.</translation>
    </message>
    <message>
        <source>Sutskever and others: initialization and momentum</source>
        <translation>Sutskever e outros: inicialização e momentum</translation>
    </message>
    <message>
        <source>I. Sutskever, J. Martens, G. Dahl and G. Hinton, On the importance of initialization and momentum in deep learning (2013), tables 1 and 4</source>
        <translation>I. Sutskever, J. Martens, G. Dahl e G. Hinton, On the importance of initialization and momentum in deep learning (2013), tabelas 1 e 4</translation>
    </message>
    <message>
        <source>Same start, same steps, same η. Pinned beside it: plain descent and Nesterov&apos;s momentum.</source>
        <translation>Mesmo início, mesmos passos, mesmo η. Fixados ao lado: a descida simples e o momentum de Nesterov.</translation>
    </message>
    <message>
        <source>After 1000 steps, how large is the cost with momentum if that of plain descent is 1? An answer within a factor of 3 is accepted.</source>
        <translation>Depois de 1000 passos, qual é o custo com momentum se o da descida simples é 1? Aceita-se uma resposta dentro de um fator de 3.</translation>
    </message>
    <message>
        <source>Does momentum make up for any start?</source>
        <translation>O momentum compensa qualquer início?</translation>
    </message>
    <message>
        <source>about the same: momentum makes up for it</source>
        <translation>mais ou menos o mesmo: o momentum compensa</translation>
    </message>
    <message>
        <source>start × 1</source>
        <translation>início × 1</translation>
    </message>
    <message>
        <source>Back to the good start. Change what you like, train, and see.</source>
        <translation>De volta ao bom início. Mude o que quiser, treine e veja.</translation>
    </message>
    <message>
        <source>Choose a kind of momentum as optimizer.</source>
        <translation>Escolha um tipo de momentum como otimizador.</translation>
    </message>
    <message>
        <source>A larger η helps, up to a point.</source>
        <translation>Um η maior ajuda, até certo ponto.</translation>
    </message>
    <message>
        <source>The condition |wσ′| ≥ 1 and its narrow window</source>
        <translation>A condição |wσ′| ≥ 1 e sua janela estreita</translation>
    </message>
    <message>
        <source>For which activations does a layer not shrink the gradient?</source>
        <translation>Para que ativações uma camada não encolhe o gradiente?</translation>
    </message>
    <message>
        <source>Data Science Academy, Deep Learning Book, chapter 36; M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5, its problem on |wσ′(wa + b)| ≥ 1</source>
        <translation>Data Science Academy, Deep Learning Book, capítulo 36; M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5, seu problema sobre |wσ′(wa + b)| ≥ 1</translation>
    </message>
    <message>
        <source>σ′ is at most ¼.</source>
        <translation>σ′ é no máximo ¼.</translation>
    </message>
    <message>
        <source>How large must |w| be for some input to meet the condition?</source>
        <translation>Quão grande deve ser |w| para que alguma entrada cumpra a condição?</translation>
    </message>
    <message>
        <source>larger than 1</source>
        <translation>maior que 1</translation>
    </message>
    <message>
        <source>at least 4</source>
        <translation>pelo menos 4</translation>
    </message>
    <message>
        <source>at least 25</source>
        <translation>pelo menos 25</translation>
    </message>
    <message>
        <source>any w will do with the right bias</source>
        <translation>qualquer w serve com o viés certo</translation>
    </message>
    <message>
        <source>|w|·¼ ≥ 1 only from |w| = 4 on. Below it every layer shrinks the gradient, whatever its bias.</source>
        <translation>|w|·¼ ≥ 1 só a partir de |w| = 4. Abaixo disso toda camada encolhe o gradiente, qualquer que seja seu viés.</translation>
    </message>
    <message>
        <source>With w = 100 each factor can be as large as 25.</source>
        <translation>Com w = 100 cada fator pode chegar a 25.</translation>
    </message>
    <message>
        <source>How wide is the window of activations a at w = 100? An answer within a third is accepted.</source>
        <translation>Qual é a largura da janela de ativações a em w = 100? Aceita-se uma resposta com erro de até um terço.</translation>
    </message>
    <message>
        <source>Only 0.092: a large weight moves z quickly out of the steep part. The activation must hit that window in every layer.</source>
        <translation>Só 0,092: um peso grande tira z depressa da parte íngreme. A ativação precisa acertar essa janela em cada camada.</translation>
    </message>
    <message>
        <source>The window is closed at |w| = 4, and narrow at 100.</source>
        <translation>A janela está fechada em |w| = 4, e estreita em 100.</translation>
    </message>
    <message>
        <source>Find the weight with the widest window: at least 0.4477.</source>
        <translation>Encontre o peso com a janela mais larga: pelo menos 0,4477.</translation>
    </message>
    <message>
        <source>Follow the curve to its top.</source>
        <translation>Siga a curva até o topo.</translation>
    </message>
    <message>
        <source>Type numbers between 6 and 8.</source>
        <translation>Digite números entre 6 e 8.</translation>
    </message>
    <message>
        <source>|w| = 6.9, and the window is 0.45 wide: the best that any weight offers. In a deep network the activation of every layer would have to fall into it.</source>
        <translation>|w| = 6,9, e a janela tem largura 0,45: o melhor que um peso oferece. Em uma rede profunda a ativação de cada camada teria de cair nela.</translation>
    </message>
    <message>
        <source>Nielsen’s experiment, replayed on digits</source>
        <translation>O experimento de Nielsen, repetido com dígitos</translation>
    </message>
    <message>
        <source>Two, three, four hidden layers of 30: the speeds while they learn.</source>
        <translation>Duas, três, quatro camadas ocultas de 30: as velocidades enquanto aprendem.</translation>
    </message>
    <message>
        <source>Data Science Academy, Deep Learning Book, chapter 36; M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5: [784, 30, …, 10] on 1000 digits, η = 0.1, λ = 5</source>
        <translation>Data Science Academy, Deep Learning Book, capítulo 36; M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5: [784, 30, …, 10] com 1000 dígitos, η = 0,1, λ = 5</translation>
    </message>
    <message>
        <source>The chapter trains networks with 30 neurons in each hidden layer on 1000 images of digits, and writes down the speed of every layer. Here is the same setup (on MNIST where you chose its folder, else on digits drawn by the program).</source>
        <translation>O capítulo treina redes com 30 neurônios em cada camada oculta, usando 1000 imagens de dígitos, e anota a velocidade de cada camada. Aqui está a mesma montagem (com o MNIST, se você escolheu a pasta dele; senão, com dígitos desenhados pelo programa).</translation>
    </message>
    <message>
        <source>At the start, with random weights.</source>
        <translation>No início, com pesos aleatórios.</translation>
    </message>
    <message>
        <source>How many times faster than the first hidden layer does the second one learn? An answer within a factor of 2 is accepted.</source>
        <translation>Quantas vezes mais rápido que a primeira camada oculta a segunda aprende? Aceita-se uma resposta dentro de um fator de 2.</translation>
    </message>
    <message>
        <source>Between four and five times. Nielsen found 0.31 against 0.07 with his initial weights; the ratio depends on the seed. Each further layer adds a step like this.</source>
        <translation>Entre quatro e cinco vezes. Nielsen encontrou 0,31 contra 0,07 com seus pesos iniciais; a razão depende da semente. Cada camada a mais acrescenta um degrau assim.</translation>
    </message>
    <message>
        <source>Now let the network learn for 24 epochs.</source>
        <translation>Agora a rede vai aprender por 24 épocas.</translation>
    </message>
    <message>
        <source>What happens to the gap between the two hidden layers?</source>
        <translation>O que acontece com a distância entre as duas camadas ocultas?</translation>
    </message>
    <message>
        <source>It closes: the first layer catches up</source>
        <translation>Ela se fecha: a primeira camada alcança a outra</translation>
    </message>
    <message>
        <source>It stays: both curves fall side by side</source>
        <translation>Ela permanece: ambas as curvas caem lado a lado</translation>
    </message>
    <message>
        <source>The first layer overtakes the second</source>
        <translation>A primeira camada ultrapassa a segunda</translation>
    </message>
    <message>
        <source>Four hidden layers.</source>
        <translation>Quatro camadas ocultas.</translation>
    </message>
    <message>
        <source>How many times faster than the first hidden layer does the fourth one learn? An answer within a factor of 4 is accepted.</source>
        <translation>Quantas vezes mais rápido que a primeira camada oculta a quarta aprende? Aceita-se uma resposta dentro de um fator de 4.</translation>
    </message>
    <message>
        <source>The ladder of remedies</source>
        <translation>A escada de soluções</translation>
    </message>
    <message>
        <source>Initialization, activation, normalization, shortcuts: what each one buys.</source>
        <translation>Inicialização, ativação, normalização, atalhos: o que se ganha com cada um.</translation>
    </message>
    <message>
        <source>X. Glorot and Y. Bengio (2010); K. He, X. Zhang, S. Ren and J. Sun (2015, 2016); J. L. Ba, J. R. Kiros and G. Hinton (2016); R. Pascanu, T. Mikolov and Y. Bengio (2013)</source>
        <translation>X. Glorot e Y. Bengio (2010); K. He, X. Zhang, S. Ren e J. Sun (2015, 2016); J. L. Ba, J. R. Kiros e G. Hinton (2016); R. Pascanu, T. Mikolov e Y. Bengio (2013)</translation>
    </message>
    <message>
        <source>The speeds of this network lie many decades apart.</source>
        <translation>As velocidades desta rede estão a muitas décadas umas das outras.</translation>
    </message>
    <message>
        <source>Which of these changes alone helps most?</source>
        <translation>Qual destas mudanças sozinha ajuda mais?</translation>
    </message>
    <message>
        <source>ReLU instead of sigmoid, with He&apos;s initialization</source>
        <translation>ReLU em vez de sigmoide, com a inicialização de He</translation>
    </message>
    <message>
        <source>twice the learning rate</source>
        <translation>o dobro da taxa de aprendizado</translation>
    </message>
    <message>
        <source>another seed</source>
        <translation>outra semente</translation>
    </message>
    <message>
        <source>ReLU has a slope of 1 wherever it is active, and He&apos;s scale makes up for the half that is not. η scales all layers equally: their ratio stays.</source>
        <translation>A ReLU tem inclinação 1 onde está ativa, e a escala de He compensa a metade que não está. η multiplica todas as camadas igualmente: a razão entre elas permanece.</translation>
    </message>
    <message>
        <source>Sigmoid neurons once more, now with shortcuts: each layer adds to its input instead of replacing it (residual connections).</source>
        <translation>Neurônios sigmoides mais uma vez, agora com atalhos: cada camada soma à sua entrada em vez de substituí-la (conexões residuais).</translation>
    </message>
    <message>
        <source>What do shortcuts do to the factor of a layer?</source>
        <translation>O que os atalhos fazem com o fator de uma camada?</translation>
    </message>
    <message>
        <source>They make it 0</source>
        <translation>Tornam o fator igual a 0</translation>
    </message>
    <message>
        <source>They add 1 to it</source>
        <translation>Somam 1 ao fator</translation>
    </message>
    <message>
        <source>They double it</source>
        <translation>Dobram o fator</translation>
    </message>
    <message>
        <source>Now combine what you like.</source>
        <translation>Agora combine o que quiser.</translation>
    </message>
    <message>
        <source>Bring all ten layers within a factor of 3.</source>
        <translation>Faça as dez camadas ficarem dentro de um fator de 3.</translation>
    </message>
    <message>
        <source>Start from an activation with slope 1.</source>
        <translation>Comece por uma ativação com inclinação 1.</translation>
    </message>
    <message>
        <source>Orthogonal initial weights preserve lengths exactly.</source>
        <translation>Pesos iniciais ortogonais preservam os comprimentos exatamente.</translation>
    </message>
    <message>
        <source>tanh with a gain a little above 1.</source>
        <translation>tanh com um ganho um pouco acima de 1.</translation>
    </message>
    <message>
        <source>Glorot and Bengio: saturation, and a better start</source>
        <translation>Glorot e Bengio: saturação, e um início melhor</translation>
    </message>
    <message>
        <source>Where sigmoid networks get stuck, and what a better scale does.</source>
        <translation>Onde redes sigmoides emperram, e o que uma escala melhor faz.</translation>
    </message>
    <message>
        <source>X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), figures 2, 6 and 7</source>
        <translation>X. Glorot e Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), figuras 2, 6 e 7</translation>
    </message>
    <message>
        <source>Four hidden layers of 100 sigmoid neurons, initialized as was usual then: weights uniform in ±1/√n. Watch the mean activation of each layer while it trains.</source>
        <translation>Quatro camadas ocultas de 100 neurônios sigmoides, inicializadas como era comum na época: pesos uniformes em ±1/√n. Observe a ativação média de cada camada enquanto a rede treina.</translation>
    </message>
    <message>
        <source>The network trains for 12 epochs.</source>
        <translation>A rede treina por 12 épocas.</translation>
    </message>
    <message>
        <source>What happens in the last hidden layer?</source>
        <translation>O que acontece na última camada oculta?</translation>
    </message>
    <message>
        <source>Its activations stay near ½</source>
        <translation>Suas ativações ficam perto de ½</translation>
    </message>
    <message>
        <source>They fall towards 0</source>
        <translation>Elas caem para perto de 0</translation>
    </message>
    <message>
        <source>They go to 1</source>
        <translation>Elas vão para 1</translation>
    </message>
    <message>
        <source>tanh is symmetric about 0, so it is not pushed into its flat part like this. But the scale matters: with the usual start the gradient shrinks from layer to layer.</source>
        <translation>tanh é simétrica em torno de 0, por isso não é empurrada assim para sua parte plana. Mas a escala importa: com o início usual o gradiente encolhe de camada em camada.</translation>
    </message>
    <message>
        <source>How does layer 1 learn, compared with the last hidden layer, at this start?</source>
        <translation>Como a camada 1 aprende, comparada com a última camada oculta, neste início?</translation>
    </message>
    <message>
        <source>several times more slowly</source>
        <translation>várias vezes mais devagar</translation>
    </message>
    <message>
        <source>thousands of times more slowly</source>
        <translation>milhares de vezes mais devagar</translation>
    </message>
    <message>
        <source>Glorot and Bengio propose a variance of 2/(inputs + outputs).</source>
        <translation>Glorot e Bengio propõem uma variância de 2/(entradas + saídas).</translation>
    </message>
    <message>
        <source>Choose an initialization with which layer 1 learns between half and twice as fast as layer 4.</source>
        <translation>Escolha uma inicialização com a qual a camada 1 aprenda entre a metade e o dobro da velocidade da camada 4.</translation>
    </message>
    <message>
        <source>The list names their inventors.</source>
        <translation>A lista traz o nome de seus inventores.</translation>
    </message>
    <message>
        <source>Why early layers are slow: the product</source>
        <translation>Por que as primeiras camadas são lentas: o produto</translation>
    </message>
    <message>
        <source>A gradient on its way back is multiplied once for each layer.</source>
        <translation>No caminho de volta o gradiente é multiplicado uma vez por camada.</translation>
    </message>
    <message>
        <source>What is the largest value that σ′(z) can have?</source>
        <translation>Qual é o maior valor possível de σ′(z)?</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>0.5</source>
        <translation>0,5</translation>
    </message>
    <message>
        <source>0.25</source>
        <translation>0,25</translation>
    </message>
    <message>
        <source>it has no upper bound</source>
        <translation>não tem limite superior</translation>
    </message>
    <message>
        <source>σ′ = σ(1 − σ), largest where σ = ½, at z = 0: ¼. With w = 1 every factor is at most ¼, whatever the input.</source>
        <translation>σ′ = σ(1 − σ), maior onde σ = ½, em z = 0: ¼. Com w = 1 todo fator é no máximo ¼, qualquer que seja a entrada.</translation>
    </message>
    <message>
        <source>Eight layers: seven factors lie between layer 1 and layer 8.</source>
        <translation>Oito camadas: sete fatores estão entre a camada 1 e a camada 8.</translation>
    </message>
    <message>
        <source>How fast does layer 1 learn, if the speed of layer 8 is 1? Scientific notation such as 1e-3 works too; an answer within a factor of 10 is accepted.</source>
        <translation>Quão rápido a camada 1 aprende, se a velocidade da camada 8 é 1? Notação científica como 1e-3 também serve; aceita-se uma resposta dentro de um fator de 10.</translation>
    </message>
    <message>
        <source>Every further layer costs the first one another factor.</source>
        <translation>Cada camada a mais custa à primeira outro fator.</translation>
    </message>
    <message>
        <source>How deep must the chain be for layer 1 to learn more than 10⁹ times more slowly than the output? Find a depth.</source>
        <translation>Quão profunda deve ser a cadeia para que a camada 1 aprenda mais de 10⁹ vezes mais devagar que a saída? Encontre uma profundidade.</translation>
    </message>
    <message>
        <source>Why a large w does not help: two factors at war</source>
        <translation>Por que um w grande não ajuda: dois fatores em guerra</translation>
    </message>
    <message>
        <source>A larger weight also moves z away from where the slope is.</source>
        <translation>Um peso maior também afasta z de onde está a inclinação.</translation>
    </message>
    <message>
        <source>If w makes the factor larger, why not choose all weights large? Watch both factors: |w| and σ′(z) are drawn separately, together with their product.</source>
        <translation>Se w aumenta o fator, por que não escolher todos os pesos grandes? Observe os dois fatores: |w| e σ′(z) são desenhados separadamente, junto com seu produto.</translation>
    </message>
    <message>
        <source>The biases are 0, and w goes from 1 to 10.</source>
        <translation>Os vieses são 0, e w vai de 1 a 10.</translation>
    </message>
    <message>
        <source>What happens to the factor wσ′(z) of layer 1?</source>
        <translation>O que acontece com o fator wσ′(z) da camada 1?</translation>
    </message>
    <message>
        <source>It grows about tenfold</source>
        <translation>Cresce umas dez vezes</translation>
    </message>
    <message>
        <source>It stays about the same</source>
        <translation>Fica mais ou menos o mesmo</translation>
    </message>
    <message>
        <source>It falls far below what it was</source>
        <translation>Cai muito abaixo do que era</translation>
    </message>
    <message>
        <source>z = wa + b grows with w: at z = 10 the slope is 4.5·10⁻⁵. The slope falls exponentially, w grows only in proportion. w loses.</source>
        <translation>z = wa + b cresce com w: em z = 10 a inclinação é 4,5·10⁻⁵. A inclinação cai exponencialmente, w só cresce em proporção. w perde.</translation>
    </message>
    <message>
        <source>And at w = 100?</source>
        <translation>E em w = 100?</translation>
    </message>
    <message>
        <source>What is the factor of layer 1 now? A number such as 1e-20; an answer within 5 decades is accepted.</source>
        <translation>Qual é agora o fator da camada 1? Um número como 1e-20; aceita-se uma resposta dentro de 5 décadas.</translation>
    </message>
    <message>
        <source>σ′(100) is 3.7·10⁻⁴⁴, and the factor 100 times that. Half precision (float16) would show 0.</source>
        <translation>σ′(100) é 3,7·10⁻⁴⁴, e o fator 100 vezes isso. A meia precisão (float16) mostraria 0.</translation>
    </message>
    <message>
        <source>Somewhere in between the two factors are at a truce.</source>
        <translation>Em algum ponto entre os dois os fatores estão em trégua.</translation>
    </message>
    <message>
        <source>With b = 0, find the weight that makes the factor of layer 1 larger than 0.22.</source>
        <translation>Com b = 0, encontre o peso que faz o fator da camada 1 maior que 0,22.</translation>
    </message>
    <message>
        <source>Look between 1 and 3.</source>
        <translation>Procure entre 1 e 3.</translation>
    </message>
    <message>
        <source>Even the best weight leaves the factor below ¼ when the bias is 0 and the input 1. The next lesson asks for which inputs a factor can reach 1 at all.</source>
        <translation>Mesmo o melhor peso deixa o fator abaixo de ¼ quando o viés é 0 e a entrada 1. A próxima lição pergunta para que entradas um fator pode chegar a 1.</translation>
    </message>
    <message>
        <source>After the first step of training.</source>
        <translation>Depois do primeiro passo de treinamento.</translation>
    </message>
    <message>
        <source>After %1 steps of training.</source>
        <translation>Depois de %1 passos de treinamento.</translation>
    </message>
    <message>
        <source>step %1: point_at: “%2” is neither a figure nor a parameter.</source>
        <translation>passo %1: point_at: “%2” não é figura nem parâmetro.</translation>
    </message>
    <message>
        <source>the value must be text in UTF-8.</source>
        <translation>o valor deve ser texto em UTF-8.</translation>
    </message>
    <message>
        <source>step %1: the lists that the steps hold, such as layers and figures, are too long together.</source>
        <translation>passo %1: as listas que os passos guardam, como camadas e figuras, são longas demais em conjunto.</translation>
    </message>
    <message>
        <source>Layer normalization over 2 neurons turns any two numbers into ±1: only its ε = %1 lets a gradient through, the share ε/s² of it (s² = variance + ε).</source>
        <translation>A normalização por camada sobre 2 neurônios transforma quaisquer dois números em ±1: só o seu ε = %1 deixa passar gradiente, a fração ε/s² dele (s² = variância + ε).</translation>
    </message>
    <message>
        <source>Batch normalization over 2 examples turns any two numbers into ±1: only its ε = %1 lets a gradient through, the share ε/s² of it (s² = variance + ε).</source>
        <translation>A normalização por lote sobre 2 exemplos transforma quaisquer dois números em ±1: só o seu ε = %1 deixa passar gradiente, a fração ε/s² dele (s² = variância + ε).</translation>
    </message>
    <message>
        <source>%1: ± root mean square of δˡ</source>
        <translation>%1: ± raiz da média dos quadrados de δˡ</translation>
    </message>
    <message>
        <source>± root mean square</source>
        <translation>± raiz da média dos quadrados</translation>
    </message>
    <message>
        <source>δˡ of a neuron</source>
        <translation>δˡ de um neurônio</translation>
    </message>
    <message>
        <source>δˡ of a neuron / %1</source>
        <translation>δˡ de um neurônio / %1</translation>
    </message>
    <message>
        <source>“%1” lies beyond this axis in %2: left out there.</source>
        <translation>“%1” fica além deste eixo em %2: omitido ali.</translation>
    </message>
    <message>
        <source>In %1 δ fills less than %2 % of this axis, which is that of the widest layer: a line at this scale. The logarithmic axis shows it.</source>
        <translation>δ ocupa menos de %2 % deste eixo, que é o da camada mais larga, em %1: uma linha nesta escala. O eixo logarítmico o mostra.</translation>
    </message>
    <message>
        <source>δ₁ = %1.</source>
        <translation>δ₁ = %1.</translation>
    </message>
    <message>
        <source>δ₁ = %1 and %2 = %3.</source>
        <translation>δ₁ = %1 e %2 = %3.</translation>
    </message>
    <message>
        <source>The standard deviation of δ₁ is %1.</source>
        <translation>O desvio padrão de δ₁ é %1.</translation>
    </message>
    <message>
        <source>The standard deviation of δ₁ is %1, that of %2 is %3.</source>
        <translation>O desvio padrão de δ₁ é %1; o de %2, %3.</translation>
    </message>
    <message>
        <source>The standard deviation of δ₁ is %1, that of %2 is %3: a ratio of %4. The shapes share one axis, up to ±%5.</source>
        <translation>O desvio padrão de δ₁ é %1; o de %2, %3: uma razão de %4. As formas compartilham um mesmo eixo, até ±%5.</translation>
    </message>
    <message>
        <source>How δˡ = ∂C/∂zˡ is spread over the neurons and the examples of each layer: its size on a logarithmic scale, or δ with its sign on one linear axis, as Glorot and Bengio draw it. A shape is wide where values are frequent (each is scaled to the same width), the tick is the median. Shapes that sink, or narrow, towards layer 1 are a vanishing gradient; neurons whose δ is exactly 0 are counted in words.</source>
        <translation>Como δˡ = ∂C/∂zˡ se distribui pelos neurônios e exemplos de cada camada: seu tamanho em escala logarítmica, ou δ com o seu sinal num só eixo linear, como Glorot e Bengio o desenham. Uma forma é larga onde os valores são frequentes (todas levadas à mesma largura), o traço é a mediana. Formas que descem, ou se estreitam, em direção à camada 1 são um gradiente em dissipação; neurônios cujo δ é exatamente 0 são contados em palavras.</translation>
    </message>
    <message>
        <source>“%1”: z of layer %2 is too large to be drawn.</source>
        <translation>“%1”: o z da camada %2 é grande demais para ser desenhado.</translation>
    </message>
    <message>
        <source>“%1” has no layer %2.</source>
        <translation>“%1” não tem camada %2.</translation>
    </message>
    <message>
        <source>“%1”: layer %2 is not among those described; select it to see it.</source>
        <translation>“%1”: a camada %2 não está entre as descritas; selecione-a para vê-la.</translation>
    </message>
    <message>
        <source>%1: z of layer %2</source>
        <translation>%1: z da camada %2</translation>
    </message>
    <message>
        <source>“%1”: z reaches from %2 to %3, beyond this axis.</source>
        <translation>“%1”: z vai de %2 a %3, além deste eixo.</translation>
    </message>
    <message>
        <source>size |δ|, logarithmic</source>
        <translation>tamanho |δ|, logarítmico</translation>
    </message>
    <message>
        <source>δ with its sign, on one axis</source>
        <translation>δ com o seu sinal, num só eixo</translation>
    </message>
    <message>
        <source>Spread of δ</source>
        <translation>Distribuição de δ</translation>
    </message>
    <message>
        <source>How the spread of δ is drawn: its size on a logarithmic axis, or with its sign on one linear axis for all layers.</source>
        <translation>Como a distribuição de δ é desenhada: seu tamanho num eixo logarítmico, ou com o seu sinal num só eixo linear para todas as camadas.</translation>
    </message>
    <message>
        <source>A neuron has a weight w and a bias b, and learns by changing them a little along the gradient of the cost.

How much the bias changes is its learning speed: |δ| = |∂C/∂b|. The figure “Learning speed” draws it for every layer, here a single one; the drawing of the network colours each neuron by it.</source>
        <translation>Um neurônio tem um peso w e um viés b, e aprende mudando-os um pouco ao longo do gradiente do custo.

O quanto o viés muda é a sua velocidade de aprendizado: |δ| = |∂C/∂b|. A figura “Velocidade de aprendizado” a desenha para cada camada, aqui uma só; o desenho da rede colore cada neurônio por ela.</translation>
    </message>
    <message>
        <source>Now four neurons in a row: each hands its activation on to the next. All are alike: w = 1, b = 0. Nothing in the setup favours one of them.</source>
        <translation>Agora quatro neurônios em fila: cada um passa a sua ativação ao seguinte. Todos são iguais: w = 1, b = 0. Nada na montagem favorece um deles.</translation>
    </message>
    <message>
        <source>This one can be read off: select a layer in a figure, and its numbers appear on the right.</source>
        <translation>Esta resposta pode ser lida: selecione uma camada em uma figura, e os números dela aparecem à direita.</translation>
    </message>
    <message>
        <source>--frames: “%1” is not a whole number.</source>
        <translation>--frames: “%1” não é um número inteiro.</translation>
    </message>
    <message>
        <source>--out needs the name of a file that ends in %1.</source>
        <translation>--out precisa do nome de um arquivo que termine em %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of what is written here; it must end in %2.</source>
        <translation>“%1” não serve de nome ao que se grava aqui; deve terminar em %2.</translation>
    </message>
    <message>
        <source>“%1” could not be created; %2</source>
        <translation>“%1” não pôde ser criado; %2</translation>
    </message>
    <message>
        <source>ffmpeg says: %1</source>
        <translation>o ffmpeg diz: %1</translation>
    </message>
    <message>
        <source>ffmpeg crashed without a message.</source>
        <translation>o ffmpeg caiu sem dizer nada.</translation>
    </message>
    <message>
        <source>ffmpeg ended with exit code %1 and without a message.</source>
        <translation>o ffmpeg terminou com o código de saída %1 e sem dizer nada.</translation>
    </message>
    <message>
        <source>ffmpeg cannot be started: %1.</source>
        <translation>não é possível iniciar o ffmpeg: %1.</translation>
    </message>
    <message>
        <source>ffmpeg reported success but wrote no film.</source>
        <translation>o ffmpeg informou sucesso, mas não gravou filme algum.</translation>
    </message>
    <message>
        <source>row %1, column %2: the quotation marks do not match.</source>
        <translation>linha %1, coluna %2: as aspas não se correspondem.</translation>
    </message>
    <message>
        <source>row %1, column %2: “%3” is too small for a double.</source>
        <translation>linha %1, coluna %2: “%3” é pequeno demais para um double.</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation>%1 deve ser um número inteiro de %2 a %3.</translation>
    </message>
    <message>
        <source>%1 must be a number from 0 to 1.</source>
        <translation>%1 deve ser um número de 0 a 1.</translation>
    </message>
    <message>
        <source>%1 must not be negative.</source>
        <translation>%1 não pode ser negativo.</translation>
    </message>
    <message>
        <source>step %1 is not the first one of epoch %2; each epoch has %3 steps here.</source>
        <translation>o passo %1 não é o primeiro da época %2; aqui cada época tem %3 passos.</translation>
    </message>
    <message>
        <source>step must grow from each moment to the next.</source>
        <translation>step deve crescer de cada momento para o seguinte.</translation>
    </message>
    <message>
        <source>%1: within a factor of %2</source>
        <translation>%1: dentro de um fator de %2</translation>
    </message>
    <message>
        <source>%1: at depth %2 the ratio has no bound.</source>
        <translation>%1: na profundidade %2 a razão não tem limite.</translation>
    </message>
    <message>
        <source>The pin %1 is not a chain and has no product of factors.</source>
        <translation>O cenário fixado %1 não é uma cadeia e não tem produto de fatores.</translation>
    </message>
    <message>
        <source>%1: the only σ</source>
        <translation>%1: o único σ</translation>
    </message>
    <message>
        <source>%1: largest σ</source>
        <translation>%1: maior σ</translation>
    </message>
    <message>
        <source>%1: smallest σ above 0</source>
        <translation>%1: menor σ acima de 0</translation>
    </message>
    <message>
        <source>%1, layer %2: ‖δˡ‖ = %3</source>
        <translation>%1, camada %2: ‖δˡ‖ = %3</translation>
    </message>
    <message>
        <source>%1, layer %2: |δ| of a neuron, root mean square = %3</source>
        <translation>%1, camada %2: |δ| de um neurônio, raiz da média dos quadrados = %3</translation>
    </message>
    <message>
        <source>Of the %1 pins the first %2 are drawn.</source>
        <translation>Dos %1 cenários fixados, são desenhados os %2 primeiros.</translation>
    </message>
    <message>
        <source>The pin %1 has no random initialization, so it has no place in this plane.</source>
        <translation>O cenário fixado %1 não tem inicialização aleatória e por isso não tem lugar neste plano.</translation>
    </message>
    <message>
        <source>Give --epochs or --set epochs=N, not both.</source>
        <translation>Dê --epochs ou --set epochs=N, não os dois.</translation>
    </message>
    <message>
        <source>--data is not used: the data “%1” are not read from files (--set data=csv reads a table).</source>
        <translation>--data não é usado: os dados “%1” não são lidos de arquivos (--set data=csv lê uma tabela).</translation>
    </message>
    <message>
        <source>The file is UTF-16; the text must be UTF-8.</source>
        <translation>O arquivo está em UTF-16; o texto deve estar em UTF-8.</translation>
    </message>
    <message>
        <source>the value must be a whole number from %1 to %2.</source>
        <translation>o valor deve ser um número inteiro de %1 a %2.</translation>
    </message>
    <message>
        <source>√χ₁ of logistic layers, σw = σb = 1</source>
        <translation>√χ₁ de camadas logísticas, σw = σb = 1</translation>
    </message>
    <message>
        <source>Critical σw of logistic layers without biases</source>
        <translation>σw crítico de camadas logísticas sem vieses</translation>
    </message>
    <message>
        <source>χ₁ of logistic layers without biases, σw = 1</source>
        <translation>χ₁ de camadas logísticas sem vieses, σw = 1</translation>
    </message>
    <message>
        <source>Critical σw² of tanh layers at σb² = 0.05</source>
        <translation>σw² crítico de camadas tanh com σb² = 0,05</translation>
    </message>
    <message>
        <source>χ₁ of ReLU layers with σw² = 2 (He et al. 2015)</source>
        <translation>χ₁ de camadas ReLU com σw² = 2 (He et al. 2015)</translation>
    </message>
    <message>
        <source>σw = %1, σb = %2: χ₁ = %3 &lt; 1: in infinitely wide layers ‖δ‖ shrinks by %4 per layer, e-fold every %5 layers.</source>
        <translation>σw = %1, σb = %2: χ₁ = %3 &lt; 1: em camadas infinitamente largas ‖δ‖ encolhe por %4 a cada camada e por um fator e a cada %5 camadas.</translation>
    </message>
    <message>
        <source>σw = %1, σb = %2: χ₁ = %3 &gt; 1: in infinitely wide layers ‖δ‖ grows by %4 per layer, e-fold every %5 layers.</source>
        <translation>σw = %1, σb = %2: χ₁ = %3 &gt; 1: em camadas infinitamente largas ‖δ‖ cresce por %4 a cada camada e por um fator e a cada %5 camadas.</translation>
    </message>
    <message>
        <source>The pin %1 lies outside this plane, at σw = %2, σb = %3.</source>
        <translation>O cenário fixado %1 está fora deste plano, em σw = %2, σb = %3.</translation>
    </message>
    <message>
        <source>The initialization “%1” has no σb to choose: %2.</source>
        <translation>A inicialização “%1” não tem σb a escolher: %2.</translation>
    </message>
    <message>
        <source>Normal weights and biases with both deviations free: the plane on which mean field theory finds the edge between vanishing and exploding gradients (Poole et al. 2016). The gain is σw.</source>
        <translation>Pesos e vieses normais com ambos os desvios livres: o plano em que a teoria do campo médio encontra a borda entre a dissipação e a explosão do gradiente (Poole et al. 2016). O ganho é σw.</translation>
    </message>
    <message>
        <source>A factor on every random initial weight; in mean-field initialization it is σw.</source>
        <translation>Um fator aplicado a cada peso inicial aleatório; na inicialização de campo médio é σw.</translation>
    </message>
    <message>
        <source>standard initialization</source>
        <translation>inicialização padrão</translation>
    </message>
    <message>
        <source>normalized initialization</source>
        <translation>inicialização normalizada</translation>
    </message>
    <message>
        <source>¼</source>
        <translation>¼</translation>
    </message>
    <message>
        <source>½</source>
        <translation>½</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>simples</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>momentum</translation>
    </message>
    <message>
        <source>Of deeper pins only the layers beside the scenario’s are drawn.</source>
        <translation>Dos cenários fixados mais profundos, são desenhadas só as camadas ao lado das do cenário.</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1 deve ser um número.</translation>
    </message>
    <message>
        <source>Pin “%1” has no layer %2.</source>
        <translation>O cenário fixado “%1” não tem a camada %2.</translation>
    </message>
    <message>
        <source>--data is not used: no step of this lesson reads data from files.</source>
        <translation>--data não é usado: nenhum passo desta lição lê dados de arquivos.</translation>
    </message>
    <message>
        <source>add each bias speed as float16, bfloat16, float32 and double compute it</source>
        <translation>acrescenta cada velocidade do viés como float16, bfloat16, float32 e double a calculam</translation>
    </message>
    <message>
        <source>‖δˡ‖ computed in float formats: %1.</source>
        <translation>‖δˡ‖ calculado em formatos de ponto flutuante: %1.</translation>
    </message>
    <message>
        <source>computed in %1</source>
        <translation>calculado em %1</translation>
    </message>
    <message>
        <source>%1: ∞ on the way forward</source>
        <translation>%1: ∞ na ida</translation>
    </message>
    <message>
        <source>NaN in %1</source>
        <translation>NaN em %1</translation>
    </message>
    <message>
        <source>in %1 at layer %2 (∞, but not in every layer below)</source>
        <translation>em %1 na camada %2 (∞, mas não em todas as camadas abaixo)</translation>
    </message>
    <message>
        <source>in %1 at layer %2 (0, but not in every layer below)</source>
        <translation>em %1 na camada %2 (0, mas não em todas as camadas abaixo)</translation>
    </message>
    <message>
        <source>Computed in the format, no δ is lost: %1 all hold it down to layer 1.</source>
        <translation>Calculado no próprio formato, nenhum δ se perde: %1 o mantêm até a camada 1.</translation>
    </message>
    <message>
        <source>Every operation rounded to the format. %1.</source>
        <translation>Cada operação arredondada para o formato. %1.</translation>
    </message>
    <message>
        <source>Every operation rounded to the format. %1. No layer is lost in %2.</source>
        <translation>Cada operação arredondada para o formato. %1. Nenhuma camada se perde em %2.</translation>
    </message>
    <message>
        <source>in every layer in %1</source>
        <translation>em todas as camadas em %1</translation>
    </message>
    <message>
        <source>below layer %2 in %1</source>
        <translation>abaixo da camada %2 em %1</translation>
    </message>
    <message>
        <source>Hardware that flushes subnormals to 0 shows 0 %1.</source>
        <translation>Um hardware que troca os subnormais por 0 mostra 0 %1.</translation>
    </message>
    <message>
        <source>Rounded once, no δ is lost: %1 all hold it down to layer 1.</source>
        <translation>Arredondado uma só vez, nenhum δ se perde: %1 o mantêm até a camada 1.</translation>
    </message>
    <message>
        <source>Walking back from the output, the exact δ, rounded once, is lost %1.</source>
        <translation>Da saída para trás, o δ exato, arredondado uma só vez, se perde %1.</translation>
    </message>
    <message>
        <source>Walking back from the output, the exact δ, rounded once, is lost %1; never in %2.</source>
        <translation>Da saída para trás, o δ exato, arredondado uma só vez, se perde %1; nunca em %2.</translation>
    </message>
    <message>
        <source>‖δˡ‖ of each layer as float16, bfloat16, float32 and double compute it, every operation rounded to the format, beside the exact one: the way forward can overflow, so that no δ is left; on the way back a small δ becomes 0, or gets stuck at a number that has only its last digits left. Or the exact δ, rounded once: below a format&apos;s line it is 0, above it ∞; in the band above the line fewer digits are kept.</source>
        <translation>‖δˡ‖ de cada camada como float16, bfloat16, float32 e double o calculam, com cada operação arredondada para o formato, ao lado do exato: a ida pode transbordar, e então não resta δ algum; na volta, um δ pequeno se torna 0, ou fica preso em um número ao qual só restam os últimos dígitos. Ou o δ exato, arredondado uma só vez: abaixo da linha de um formato ele é 0, acima dela ∞; na faixa acima da linha, conserva menos dígitos.</translation>
    </message>
    <message>
        <source>Even %1</source>
        <translation>Até %1</translation>
    </message>
    <message>
        <source>%1 could not hold the input: it would become ∞, and δ would not be a number (NaN) in any layer.</source>
        <translation>%1 não comportaria a entrada: ela se tornaria ∞, e δ não seria um número (NaN) em nenhuma camada.</translation>
    </message>
    <message>
        <source>%1 could not hold a weight or bias of layer %2: it would become ∞, and δ would not be a number (NaN) in any layer.</source>
        <translation>%1 não comportaria um peso ou viés da camada %2: ele se tornaria ∞, e δ não seria um número (NaN) em nenhuma camada.</translation>
    </message>
    <message>
        <source>%1 would overflow on the way forward, in layer %2, and δ would not be a number (NaN) in any layer.</source>
        <translation>%1 transbordaria já na ida, na camada %2, e δ não seria um número (NaN) em nenhuma camada.</translation>
    </message>
    <message>
        <source>%1 could not hold the input: it would become ∞.</source>
        <translation>%1 não comportaria a entrada: ela se tornaria ∞.</translation>
    </message>
    <message>
        <source>%1 could not hold a weight or bias of layer %2: it would become ∞.</source>
        <translation>%1 não comportaria um peso ou viés da camada %2: ele se tornaria ∞.</translation>
    </message>
    <message>
        <source>%1 would overflow on the way forward, in layer %2.</source>
        <translation>%1 transbordaria já na ida, na camada %2.</translation>
    </message>
    <message>
        <source>%1 would show no number (NaN) for δ from layer %2 down.</source>
        <translation>%1 não mostraria um número para δ (NaN) da camada %2 para baixo.</translation>
    </message>
    <message>
        <source>%1 would overflow at layer %2 on the way back, and be no number (NaN) from layer %3 down.</source>
        <translation>%1 transbordaria na camada %2, na volta, e não daria um número (NaN) da camada %3 para baixo.</translation>
    </message>
    <message>
        <source>%1 would show 0 in one layer, but not below it.</source>
        <translation>%1 mostraria 0 em uma camada, mas não abaixo dela.</translation>
    </message>
    <message>
        <source>%1 would show 0 in %2 of the %3 layers, but not in layer 1.</source>
        <translation>%1 mostraria 0 em %2 das %3 camadas, mas não na camada 1.</translation>
    </message>
    <message>
        <source>%1 would get stuck at %2 below layer %3 (exact in layer 1: %4): the digits are gone, but zero is never reached.</source>
        <translation>%1 ficaria preso em %2 abaixo da camada %3 (valor exato na camada 1: %4): os dígitos se perdem, mas o zero nunca é alcançado.</translation>
    </message>
    <message>
        <source>%1 would be wrong in every layer: %2 in layer 1, where the exact speed is %3.</source>
        <translation>%1 erraria em todas as camadas: %2 na camada 1, onde a velocidade exata é %3.</translation>
    </message>
    <message>
        <source>%1 would be wrong below layer %3: %2 in layer 1, where the exact speed is %4.</source>
        <translation>%1 erraria abaixo da camada %3: %2 na camada 1, onde a velocidade exata é %4.</translation>
    </message>
    <message>
        <source>%1 would make the input 0.</source>
        <translation>%1 transformaria a entrada em 0.</translation>
    </message>
    <message>
        <source>%1 would make every activation of layer %2 0.</source>
        <translation>%1 transformaria em 0 todas as ativações da camada %2.</translation>
    </message>
    <message>
        <source>%1: the input is ∞, so that every δ is NaN</source>
        <translation>%1: a entrada é ∞, de modo que todo δ é NaN</translation>
    </message>
    <message>
        <source>%1: a weight or bias of layer %2 is ∞, so that every δ is NaN</source>
        <translation>%1: um peso ou viés da camada %2 é ∞, de modo que todo δ é NaN</translation>
    </message>
    <message>
        <source>%1: ∞ on the way forward, in layer %2, so that every δ is NaN</source>
        <translation>%1: ∞ na ida, na camada %2, de modo que todo δ é NaN</translation>
    </message>
    <message>
        <source>%1: 0 in every layer</source>
        <translation>%1: 0 em todas as camadas</translation>
    </message>
    <message>
        <source>%1: layers 1–%2 underflow to 0</source>
        <translation>%1: as camadas 1–%2 caem a 0 por underflow</translation>
    </message>
    <message>
        <source>%1: 0 in %2 of %3 layers</source>
        <translation>%1: 0 em %2 de %3 camadas</translation>
    </message>
    <message>
        <source>%1: stuck at %2 below layer %3</source>
        <translation>%1: preso em %2 abaixo da camada %3</translation>
    </message>
    <message>
        <source>%1: %2 in layer 1 instead of %3</source>
        <translation>%1: %2 na camada 1 em vez de %3</translation>
    </message>
    <message>
        <source>%1: all activations of layer %2 are 0</source>
        <translation>%1: todas as ativações da camada %2 são 0</translation>
    </message>
    <message>
        <source>%1: ∞ on the way forward, in layer %2</source>
        <translation>%1: ∞ na ida, na camada %2</translation>
    </message>
    <message>
        <source>%1: NaN from layer %2 down</source>
        <translation>%1: NaN da camada %2 para baixo</translation>
    </message>
    <message>
        <source>%1: ∞ at layer %2, NaN from layer %3 down</source>
        <translation>%1: ∞ na camada %2, NaN da camada %3 para baixo</translation>
    </message>
    <message>
        <source>%1: ∞ from layer %2 down</source>
        <translation>%1: ∞ da camada %2 para baixo</translation>
    </message>
    <message>
        <source>The float formats were tried on the first %1 of %2 examples.</source>
        <translation>Os formatos de ponto flutuante foram testados nos primeiros %1 de %2 exemplos.</translation>
    </message>
    <message>
        <source>Sums of products are taken term by term: in float32 for float16 and bfloat16, as hardware does, else in the format itself.</source>
        <translation>As somas de produtos são feitas termo a termo: em float32 para float16 e bfloat16, como faz o hardware; nos demais, no próprio formato.</translation>
    </message>
    <message>
        <source>computed in the format</source>
        <translation>calculado no formato</translation>
    </message>
    <message>
        <source>exact, rounded once</source>
        <translation>exato, arredondado uma vez</translation>
    </message>
    <message>
        <source>What is drawn of float formats: δ as each computes it, with every operation rounded, or the exact δ against what each can hold, rounded once.</source>
        <translation>O que se desenha dos formatos de ponto flutuante: δ como cada um o calcula, com cada operação arredondada, ou o δ exato diante do que cada um comporta, arredondado uma só vez.</translation>
    </message>
    <message>
        <source>The sizes follow the data “%1”: inputs = %2 and outputs = %3.</source>
        <translation>Os tamanhos seguem os dados “%1”: inputs = %2 e outputs = %3.</translation>
    </message>
    <message>
        <source>“%1”, given as --data, does not exist: the folder of the MNIST files or the file of a table is needed.</source>
        <translation>“%1”, indicado em --data, não existe: é preciso a pasta dos arquivos do MNIST ou o arquivo de uma tabela.</translation>
    </message>
    <message>
        <source>The results for the present values are still being computed.</source>
        <translation>Os resultados para os valores atuais ainda estão sendo calculados.</translation>
    </message>
    <message>
        <source>This figure does not show the present values, so it is neither copied nor exported: %1</source>
        <translation>Esta figura não mostra os valores atuais e por isso não é copiada nem exportada: %1</translation>
    </message>
    <message>
        <source>The data should be read from “%1”, which cannot be opened: %2.</source>
        <translation>Os dados deveriam ser lidos de “%1”, que não pode ser aberto: %2.</translation>
    </message>
    <message>
        <source>The data “%1” are read from your own file, and none was given: choose it, or give it with --data.</source>
        <translation>Os dados “%1” são lidos de um arquivo seu, e nenhum foi indicado: escolha o arquivo ou indique-o com --data.</translation>
    </message>
    <message>
        <source>The pinned scenario “%1”: %2</source>
        <translation>O cenário fixado “%1”: %2</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Quadros</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Desenho</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>Folha de exercícios</translation>
    </message>
    <message>
        <source>It was interrupted.</source>
        <translation>Foi interrompido.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1: this will take about %2.</source>
        <translation>%1: isto vai levar cerca de %2.</translation>
    </message>
    <message>
        <source>%1: %2 so far</source>
        <translation>%1: %2 até agora</translation>
    </message>
    <message>
        <source>%1: %2 %, about %3 left</source>
        <translation>%1: %2 %, faltam cerca de %3</translation>
    </message>
    <message>
        <source>Networks of all seeds</source>
        <translation>Redes de todas as sementes</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>Valores singulares</translation>
    </message>
    <message>
        <source>Mean field theory</source>
        <translation>Teoria do campo médio</translation>
    </message>
    <message>
        <source>Networks of every depth</source>
        <translation>Redes de cada profundidade</translation>
    </message>
    <message>
        <source>Networks of the ladder</source>
        <translation>Redes da escada</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Avaliação</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of %1 × %2 pixels, %3 MB: choose a smaller size or a lower resolution.</source>
        <translation>Não há memória suficiente para uma imagem de %1 × %2 pixels, %3 MB: escolha um tamanho menor ou uma resolução mais baixa.</translation>
    </message>
    <message>
        <source>%1 frames of this figure would take up to %2 GB of memory, and %3 GB are the limit: choose fewer frames.</source>
        <translation>%1 quadros desta figura ocupariam até %2 GB de memória, e o limite é de %3 GB: escolha menos quadros.</translation>
    </message>
    <message>
        <source>the number in %1 as target</source>
        <translation>o número na %1 como alvo</translation>
    </message>
    <message>
        <source>%1 classes (%2) from %3</source>
        <translation>%1 classes (%2) da %3</translation>
    </message>
    <message>
        <source>“%1”: %2, %3, %4</source>
        <translation>“%1”: %2, %3, %4</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 linha</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 linhas</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 entrada</translation>
    </message>
    <message>
        <source>%1 inputs</source>
        <translation>%1 entradas</translation>
    </message>
    <message>
        <source>“%1”: %2 has %3 classes, so outputs = %3 is needed, not %4.</source>
        <translation>“%1”: a %2 tem %3 classes; é preciso outputs = %3, e não %4.</translation>
    </message>
    <message>
        <source>The folder “%1” has no MNIST files: neither %2 nor %3, plain or .gz, in it or below it.</source>
        <translation>A pasta “%1” não tem arquivos do MNIST: nem %2 nem %3, sem compressão ou em .gz, nela ou nas pastas dentro dela.</translation>
    </message>
    <message>
        <source>The data “%1” are not a table of your own.</source>
        <translation>Os dados “%1” não são uma tabela sua.</translation>
    </message>
    <message>
        <source>it is a web page, not the data: download the file itself, not the page about it.</source>
        <translation>é uma página da web, e não os dados: baixe o próprio arquivo, e não a página sobre ele.</translation>
    </message>
    <message>
        <source>it is larger than the limit of %1 MB when it is unpacked.</source>
        <translation>descompactado, ele passa do limite de %1 MB.</translation>
    </message>
    <message>
        <source>its header promises %1 GB; %2 GB are the limit.</source>
        <translation>seu cabeçalho promete %1 GB; o limite é de %2 GB.</translation>
    </message>
    <message>
        <source>there are more than %1 million values.</source>
        <translation>há mais de %1 milhões de valores.</translation>
    </message>
    <message>
        <source>this object has more than %1 keys.</source>
        <translation>este objeto tem mais de %1 chaves.</translation>
    </message>
    <message>
        <source>this text is larger than the limit of %1 MB.</source>
        <translation>este texto passa do limite de %1 MB.</translation>
    </message>
    <message>
        <source>this would take up to %1 GB of memory, and %2 GB are the limit: choose fewer epochs, seeds or layers.</source>
        <translation>isto ocuparia até %1 GB de memória, e o limite é de %2 GB: escolha menos épocas, sementes ou camadas.</translation>
    </message>
    <message>
        <source>this would take up to %1 GB of memory, and %2 GB are the limit: choose a smaller width or depth.</source>
        <translation>isto ocuparia até %1 GB de memória, e o limite é de %2 GB: escolha uma largura ou uma profundidade menor.</translation>
    </message>
    <message>
        <source>this would take up to %1 GB of memory, and %2 GB are the limit: choose fewer examples, or a smaller width or depth.</source>
        <translation>isto ocuparia até %1 GB de memória, e o limite é de %2 GB: escolha menos exemplos, ou uma largura ou profundidade menor.</translation>
    </message>
    <message>
        <source>%1: a column needs its name in quotation marks, or its number from 1.</source>
        <translation>%1: uma coluna precisa do seu nome entre aspas, ou do seu número a partir de 1.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>--set table=%1=COLUMN says which, by name or number</source>
        <translation>--set table=%1=COLUNA diz qual, pelo nome ou pelo número</translation>
    </message>
    <message>
        <source>it has one column; inputs and a target are needed.</source>
        <translation>tem uma só coluna; são precisos entradas e um alvo.</translation>
    </message>
    <message>
        <source>table: %1: there is no column “%2”; the columns have no names, only numbers from 1 to %3.</source>
        <translation>table: %1: não há coluna “%2”; as colunas não têm nomes, só números de 1 a %3.</translation>
    </message>
    <message>
        <source>table: %1: there is no column “%2”; there are %3.</source>
        <translation>table: %1: não há coluna “%2”; há %3.</translation>
    </message>
    <message>
        <source>table: %1 is both the target and left out.</source>
        <translation>table: a %1 é o alvo e ao mesmo tempo fica de fora.</translation>
    </message>
    <message>
        <source>%1 says the same as the target and is left out</source>
        <translation>a %1 diz o mesmo que o alvo e fica de fora</translation>
    </message>
    <message>
        <source>the columns %1 say the same as the target and are left out</source>
        <translation>as colunas %1 dizem o mesmo que o alvo e ficam de fora</translation>
    </message>
    <message>
        <source>the first column looks like labels and the last does not: the first is the target</source>
        <translation>a primeira coluna parece ser de rótulos e a última não: a primeira é o alvo</translation>
    </message>
    <message>
        <source>the last column, %1, is the same in every row, so it cannot be the target; %2.</source>
        <translation>a última coluna, %1, é igual em todas as linhas e por isso não pode ser o alvo; %2.</translation>
    </message>
    <message>
        <source>%1 numbers the rows and is left out</source>
        <translation>a %1 numera as linhas e fica de fora</translation>
    </message>
    <message>
        <source>the columns %1 number the rows and are left out</source>
        <translation>as colunas %1 numeram as linhas e ficam de fora</translation>
    </message>
    <message>
        <source>%1 holds words and is left out</source>
        <translation>a %1 contém palavras e fica de fora</translation>
    </message>
    <message>
        <source>the columns %1 hold words and are left out</source>
        <translation>as colunas %1 contêm palavras e ficam de fora</translation>
    </message>
    <message>
        <source>%1 is empty and is left out</source>
        <translation>a %1 está vazia e fica de fora</translation>
    </message>
    <message>
        <source>the columns %1 are empty and are left out</source>
        <translation>as colunas %1 estão vazias e ficam de fora</translation>
    </message>
    <message>
        <source>besides %1, the target, no column of numbers is left for the inputs.</source>
        <translation>além da %1, o alvo, não resta nenhuma coluna de números para as entradas.</translation>
    </message>
    <message>
        <source>the first column may only name the rows: --set table=leave_out=1 leaves it out</source>
        <translation>a primeira coluna talvez só identifique as linhas: --set table=leave_out=1 a deixa de fora</translation>
    </message>
    <message>
        <source>every row has a missing value; most of them, %1, are in %2, which --set table=leave_out=%3 leaves out.</source>
        <translation>falta um valor em todas as linhas; a maioria deles, %1, falta na %2, que --set table=leave_out=%3 deixa de fora.</translation>
    </message>
    <message>
        <source>1 row with missing values is left out</source>
        <translation>1 linha com valores ausentes fica de fora</translation>
    </message>
    <message>
        <source>%1 rows with missing values are left out</source>
        <translation>%1 linhas com valores ausentes ficam de fora</translation>
    </message>
    <message>
        <source>%1 holds %2 different words, which are not classes; %3.</source>
        <translation>a %1 contém %2 palavras diferentes, que não são classes; %3.</translation>
    </message>
    <message>
        <source>the target is the same in every row, so there is nothing to tell apart; if it is another column, %1</source>
        <translation>o alvo é igual em todas as linhas, e não há o que distinguir; se for outra coluna, %1</translation>
    </message>
    <message>
        <source>the column “%1”</source>
        <translation>coluna “%1”</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>coluna %1</translation>
    </message>
    <message>
        <source>leave_out: a column needs a name or a number from 1.</source>
        <translation>leave_out: uma coluna precisa de um nome ou de um número a partir de 1.</translation>
    </message>
    <message>
        <source>it is a ZIP archive, as .xlsx sheets are too: unpack it, or save the sheet as CSV.</source>
        <translation>é um arquivo ZIP, como também são as planilhas .xlsx: descompacte-o, ou salve a planilha como CSV.</translation>
    </message>
    <message>
        <source>Of the %1 rows, examples and holdout take %2.</source>
        <translation>Das %1 linhas, examples e holdout usam %2.</translation>
    </message>
    <message>
        <source>“%1” needs inputs = %2, as many as it has input columns, not %3.</source>
        <translation>“%1” precisa de inputs = %2, tantas quantas são as colunas de entrada, e não %3.</translation>
    </message>
    <message>
        <source>row %1, column %2: the cell or the row is too long for a table; is a quotation mark left open?</source>
        <translation>linha %1, coluna %2: a célula ou a linha é longa demais para uma tabela; falta fechar umas aspas?</translation>
    </message>
    <message>
        <source>The last layer learns more slowly than any number here can express: there is no ratio.</source>
        <translation>A última camada aprende mais devagar do que qualquer número aqui consegue dizer: não há razão.</translation>
    </message>
    <message>
        <source>In %1 δ is smaller than any number that can be drawn, but not 0.</source>
        <translation>Em %1, δ é menor do que qualquer número que se possa desenhar, mas não é 0.</translation>
    </message>
    <message>
        <source>%1 is too small to be drawn in %2, but not 0 (its exponent has 19 digits).</source>
        <translation>%1 é pequeno demais para ser desenhado em %2, mas não é 0 (seu expoente tem 19 dígitos).</translation>
    </message>
    <message>
        <source>Gaps: the speed of %1 is too small to be drawn there, but not 0.</source>
        <translation>Lacunas: ali a velocidade de %1 é pequena demais para ser desenhada, mas não é 0.</translation>
    </message>
    <message>
        <source>A size shown as %1 is not 0: it is smaller than a number with a 64-bit exponent can be. How many times faster one layer learns than another is taken from what lies between them, and stays right.</source>
        <translation>Um tamanho mostrado como %1 não é 0: é menor do que um número com expoente de 64 bits pode ser. Quantas vezes mais rápido uma camada aprende do que outra é calculado a partir do que há entre elas, e continua certo.</translation>
    </message>
    <message>
        <source>%1, %2 of %3 examples</source>
        <translation>%1, %2 de %3 exemplos</translation>
    </message>
    <message>
        <source>q* of mean field theory</source>
        <translation>q* da teoria do campo médio</translation>
    </message>
    <message>
        <source>∞, it grows without end</source>
        <translation>∞, cresce sem fim</translation>
    </message>
    <message>
        <source>Mean field (Schoenholz et al. 2017) is the root mean square over all networks of this rule with these output errors, exact for many inputs and infinitely wide layers; this one, %1 wide, is farthest from it in layer %2, which learns %3.</source>
        <translation>O campo médio (Schoenholz et al. 2017) é a raiz da média dos quadrados sobre todas as redes desta regra com estes erros de saída, exata para muitas entradas e camadas infinitamente largas; esta rede, de largura %1, mais se afasta dele na camada %2, que aprende %3.</translation>
    </message>
    <message>
        <source>Mean field has no exact zeros in wide layers; here the speed is 0 in %1, and no factor says how far that is from it.</source>
        <translation>No campo médio não há zeros exatos em camadas largas; aqui a velocidade é 0 em %1, e nenhum fator diz o quanto isso se afasta dele.</translation>
    </message>
    <message>
        <source>%1 From layer %2 back to layer 1 that makes a factor of %3, with q at q* in each.</source>
        <translation>%1 Da camada %2 de volta à camada 1 isso dá um fator de %3, com q em q* em cada uma.</translation>
    </message>
    <message>
        <source>χ₁ is the factor by which each wide random layer multiplies the mean square of the gradient: below 1 it vanishes, above 1 it explodes.</source>
        <translation>χ₁ é o fator pelo qual cada camada aleatória larga multiplica a média dos quadrados do gradiente: abaixo de 1 ele se dissipa, acima de 1 explode.</translation>
    </message>
    <message>
        <source>σw = %1, σb = %2: χ₁ = 1 to within 10⁻⁶, critical: ‖δ‖ neither shrinks nor grows exponentially.</source>
        <translation>σw = %1, σb = %2: χ₁ = 1 a menos de 10⁻⁶, crítico: ‖δ‖ não encolhe nem cresce exponencialmente.</translation>
    </message>
    <message>
        <source>σw = %1, σb = %2: χ₁ = 0: in infinitely wide layers no gradient comes back through a hidden layer.</source>
        <translation>σw = %1, σb = %2: χ₁ = 0: em camadas infinitamente largas nenhum gradiente volta através de uma camada oculta.</translation>
    </message>
    <message>
        <source>For %1 of %2 examples: %3</source>
        <translation>Para %1 de %2 exemplos: %3</translation>
    </message>
    <message>
        <source>∞ (χ₁ = %1)</source>
        <translation>∞ (χ₁ = %1)</translation>
    </message>
    <message>
        <source>%1 (χ₁ = %2)</source>
        <translation>%1 (χ₁ = %2)</translation>
    </message>
    <message>
        <source>to %1 for %2</source>
        <translation>para %1 em %2</translation>
    </message>
    <message>
        <source>The mean square of the weighted inputs, q, does not go to the same place for all examples: %1 of them.</source>
        <translation>A média dos quadrados das entradas ponderadas, q, não vai para o mesmo lugar em todos os exemplos: %1 deles.</translation>
    </message>
    <message>
        <source>The mean square of the weighted inputs, q, stays the same from layer to layer, whatever it is: at q* = %1, the mean over the examples.</source>
        <translation>A média dos quadrados das entradas ponderadas, q, permanece igual de camada em camada, seja qual for: em q* = %1, a média sobre os exemplos.</translation>
    </message>
    <message>
        <source>The mean square of the weighted inputs, q, grows without end from layer to layer here; χ₁ is the limit.</source>
        <translation>A média dos quadrados das entradas ponderadas, q, cresce aqui sem fim de camada em camada; χ₁ é o limite.</translation>
    </message>
    <message>
        <source>The mean square of the weighted inputs, q, settles at q* = %1 here.</source>
        <translation>A média dos quadrados das entradas ponderadas, q, estabiliza-se aqui em q* = %1.</translation>
    </message>
    <message>
        <source>from below %1 to %2</source>
        <translation>partindo abaixo de %1, para %2</translation>
    </message>
    <message>
        <source>from above %1 to %2</source>
        <translation>partindo acima de %1, para %2</translation>
    </message>
    <message>
        <source>from between %1 and %2 to %3</source>
        <translation>partindo entre %1 e %2, para %3</translation>
    </message>
    <message>
        <source>Where q goes depends on where it starts in layer 1: %1.</source>
        <translation>Para onde q vai depende de onde começa na camada 1: %1.</translation>
    </message>
    <message>
        <source>Where χ₁ jumps, q goes to another place than just before; from other inputs it would jump elsewhere.</source>
        <translation>Onde χ₁ salta, q vai para outro lugar que não o de pouco antes; com outras entradas o salto estaria em outra parte.</translation>
    </message>
    <message>
        <source>Right of the line χ₁ falls below 1 once more: there the colours alone show it.</source>
        <translation>À direita da linha χ₁ volta a cair abaixo de 1: ali só as cores o mostram.</translation>
    </message>
    <message>
        <source>Layer normalization cancels σw, as long as σw² times the mean square of what enters is far above ε = 10⁻⁵.</source>
        <translation>A normalização por camada elimina σw, desde que σw² vezes a média dos quadrados do que entra esteja muito acima de ε = 10⁻⁵.</translation>
    </message>
    <message>
        <source>χ₁ jumps over 1</source>
        <translation>χ₁ salta por cima de 1</translation>
    </message>
    <message>
        <source>At depth 1 the only layer is the first and the last: the ratio is 1.</source>
        <translation>Na profundidade 1 a única camada é a primeira e a última: a razão é 1.</translation>
    </message>
    <message>
        <source>Where q goes depends on the inputs; it may go to %1.</source>
        <translation>Para onde q vai depende das entradas; pode ir para %1.</translation>
    </message>
    <message>
        <source>%1 is beyond what is held in %2: no band is drawn there.</source>
        <translation>%1 está além do que se guarda em %2: ali nenhuma faixa é desenhada.</translation>
    </message>
    <message>
        <source>Mean field (Schoenholz et al. 2017) is about the root mean square over all networks of this rule with these output errors; even in wide layers it need not be exact, as a neuron has only %1 weights; this network, %2 wide, is farthest from it in layer %3, which learns %4.</source>
        <translation>O campo médio (Schoenholz et al. 2017) é aproximadamente a raiz da média dos quadrados sobre todas as redes desta regra com estes erros de saída; nem em camadas largas precisa ser exato, pois cada neurônio tem apenas %1 pesos; esta rede, de largura %2, mais se afasta dele na camada %3, que aprende %4.</translation>
    </message>
    <message>
        <source>At depth %1 the ratio is beyond what is held: it is not drawn there.</source>
        <translation>Na profundidade %1 a razão está além do que se guarda: ali ela não é desenhada.</translation>
    </message>
    <message>
        <source>maximum of (4/|w|) acosh(√|w|/2); Nielsen prints %1</source>
        <translation>máximo de (4/|w|) acosh(√|w|/2); Nielsen imprime %1</translation>
    </message>
    <message>
        <source>closed form: 8/(3π√3); Glorot &amp; Bengio (2010) find about 0.5</source>
        <translation>forma fechada: 8/(3π√3); Glorot &amp; Bengio (2010) encontram cerca de 0,5</translation>
    </message>
    <message>
        <source>least possible</source>
        <translation>o menor possível</translation>
    </message>
    <message>
        <source>A cost below 0 has no logarithm: this axis is linear. Only targets outside 0 to 1 give such a cost.</source>
        <translation>Um custo abaixo de 0 não tem logaritmo: este eixo é linear. Só alvos fora de 0 a 1 dão um custo assim.</translation>
    </message>
    <message>
        <source>Gaps: the cost is exactly 0 there.</source>
        <translation>Lacunas: ali o custo é exatamente 0.</translation>
    </message>
    <message>
        <source>Gaps: the cost is beyond what a linear axis can show there.</source>
        <translation>Lacunas: ali o custo está além do que um eixo linear pode mostrar.</translation>
    </message>
    <message>
        <source>target: %2 does not lie from 0 to 1, and under the cost “%1” a target is a probability.</source>
        <translation>target: %2 não está entre 0 e 1, e com o custo “%1” um alvo é uma probabilidade.</translation>
    </message>
    <message>
        <source>Under the cost “%1” targets are probabilities, from 0 to 1; those of the data “%2” go from %3 to %4.</source>
        <translation>Com o custo “%1” os alvos são probabilidades, de 0 a 1; os dos dados “%2” vão de %3 a %4.</translation>
    </message>
    <message>
        <source>of %1 or %2</source>
        <translation>de %1 ou %2</translation>
    </message>
    <message>
        <source>of %1 and above</source>
        <translation>a partir de %1</translation>
    </message>
    <message>
        <source>of %1 and below</source>
        <translation>até %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>The target %1 is out of reach: the output activation “%2” gives values %3. The cost cannot fall below %4.</source>
        <translation>O alvo %1 está fora de alcance: a ativação de saída “%2” dá valores %3. O custo não pode cair abaixo de %4.</translation>
    </message>
    <message>
        <source>The targets are out of reach: the output activation “%1” gives values %2. The cost cannot fall below %3.</source>
        <translation>Os alvos estão fora de alcance: a ativação de saída “%1” dá valores %2. O custo não pode cair abaixo de %3.</translation>
    </message>
    <message>
        <source>Targets are out of reach in %1 of %2 examples: the output activation “%3” gives values %4. The cost cannot fall below %5.</source>
        <translation>Em %1 de %2 exemplos há alvos fora de alcance: a ativação de saída “%3” dá valores %4. O custo não pode cair abaixo de %5.</translation>
    </message>
    <message>
        <source>The targets are out of reach: the outputs of a softmax sum to 1, the targets to %1. The cost cannot fall below %2.</source>
        <translation>Os alvos estão fora de alcance: as saídas de uma softmax somam 1, e os alvos somam %1. O custo não pode cair abaixo de %2.</translation>
    </message>
    <message>
        <source>All targets are 0: the cost of a softmax is then 0, whatever the outputs are.</source>
        <translation>Todos os alvos são 0: o custo de uma softmax é então 0, quaisquer que sejam as saídas.</translation>
    </message>
    <message>
        <source>The targets lie between 0 and 1, so the cost cannot fall below their entropy, %1.</source>
        <translation>Os alvos ficam entre 0 e 1, e por isso o custo não pode cair abaixo da entropia deles, %1.</translation>
    </message>
    <message>
        <source>At best a factor with w = 1 is 1/4, and a thousand of them make 10⁻⁶⁰²: double precision shows 0 for nearly half of the layers, this instrument does not.</source>
        <translation>No melhor dos casos um fator com w = 1 é 1/4, e mil deles dão 10⁻⁶⁰²: a precisão dupla mostra 0 para quase metade das camadas, este instrumento não.</translation>
    </message>
    <message>
        <source>Train: within a few epochs the mean activation of the last hidden layer falls below 0.05 and stays there, while the first two stay between 0.5 and 0.6 and the third rises to nearly 0.8; the cost stays at ln 10. It comes back after some 45 epochs on MNIST, after 60 on the digits drawn here, and only then does the network learn. The paper (figure 2) has more data and a million steps; here 1000 digits and 13 000 steps.</source>
        <translation>Treine: em poucas épocas a ativação média da última camada oculta cai abaixo de 0,05 e fica lá, enquanto as duas primeiras ficam entre 0,5 e 0,6 e a terceira sobe a quase 0,8; o custo estaciona em ln 10. Ela volta depois de umas 45 épocas no MNIST, de 60 nos dígitos desenhados aqui, e só então a rede aprende. O artigo (figura 2) tem mais dados e um milhão de passos; aqui 1000 dígitos e 13 000 passos.</translation>
    </message>
    <message>
        <source>At the start the errors δ shrink from the last layer to the first, seven- to tenfold, while the gradients of the weights lie within a factor of 3 of one another (figures 7 and 8 of the paper). Train: in the first epochs it falls behind the pinned normalized initialization. The paper trains on three larger sets of images; here 1000 digits, 2000 steps.</source>
        <translation>No início os erros δ encolhem da última camada à primeira, de sete a dez vezes, enquanto os gradientes dos pesos diferem entre si por um fator de no máximo 3 (figuras 7 e 8 do artigo). Treine: nas primeiras épocas ele fica atrás da inicialização normalizada, fixada. O artigo treina com três conjuntos maiores de imagens; aqui 1000 dígitos, 2000 passos.</translation>
    </message>
    <message>
        <source>Train: the same autoencoder and seed with initial weights ¼, ½, 1, 2 and 4 times as large, under Nesterov’s momentum. At a quarter of the size the cost gets stuck at 1.6: the error of layer 1 is 2·10⁻⁵ of that of layer 8. At half the size it starts to fall late and ends some twelve times as high as at full size; at twice the size it does just as well; at four times the size it ends some three times as high. No momentum makes up for a bad start. The paper scales its sparse initialization in the same way.</source>
        <translation>Treine: o mesmo autocodificador e a mesma semente com pesos iniciais ¼, ½, 1, 2 e 4 vezes maiores, com o momentum de Nesterov. Com um quarto do tamanho o custo estaciona em 1,6: o erro da camada 1 é 2·10⁻⁵ do da camada 8. Com a metade ele começa a cair tarde e termina umas doze vezes mais alto que com o tamanho inteiro; com o dobro vai igualmente bem; com o quádruplo termina umas três vezes mais alto. Nenhum momentum compensa um mau início. O artigo escala do mesmo modo sua inicialização esparsa.</translation>
    </message>
    <message>
        <source>At a₀ = 0.5 every factor is 25; set a₀ to 0.51 and the product falls below 10⁻⁴⁶. The inputs that explode fill a window of only 1.9·10⁻⁵.</source>
        <translation>Em a₀ = 0,5 todo fator é 25; ponha a₀ em 0,51 e o produto cai abaixo de 10⁻⁴⁶. As entradas que explodem ocupam uma janela de apenas 1,9·10⁻⁵.</translation>
    </message>
    <message>
        <source>Train: the second hidden layer learns faster than the first for all 500 epochs: about five times as fast at the start, 1.3 times near epoch 70, where they come nearest, and 1.9 times at the end. In his figures (drawn in the background, with the band of 200 seeds) it is 4.7, 1.2 and 2.8 times. As in his experiment: 1000 digits, full batch, η = 0.1, λ = 5; on MNIST where its folder is set, else on digits drawn here. On either, no speed of a hidden layer is over twice his, or below half of it.</source>
        <translation>Treine: a segunda camada oculta aprende mais rápido que a primeira por todas as 500 épocas: umas cinco vezes no início, 1,3 vez perto da época 70, onde mais se aproximam, e 1,9 vez no fim. Nas figuras dele (desenhadas ao fundo, com a faixa de 200 sementes) são 4,7, 1,2 e 2,8 vezes. Como no experimento dele: 1000 dígitos, lote inteiro, η = 0,1, λ = 5; no MNIST, se sua pasta estiver definida, senão em dígitos desenhados aqui. Em ambos, nenhuma velocidade de uma camada oculta passa do dobro da dele nem fica abaixo da metade.</translation>
    </message>
    <message>
        <source>Train: the third hidden layer learns faster than the first for all 500 epochs: about thirty times as fast at the start, eight times at the end. In his figures (drawn in the background, with the band of 200 seeds) it is 15 to 31 times. As in his experiment: 1000 digits, full batch, η = 0.1, λ = 5; on MNIST where its folder is set, else on digits drawn here. On either, no speed of a hidden layer is over twice his, or below half of it.</source>
        <translation>Treine: a terceira camada oculta aprende mais rápido que a primeira por todas as 500 épocas: umas trinta vezes no início, oito vezes no fim. Nas figuras dele (desenhadas ao fundo, com a faixa de 200 sementes) são de 15 a 31 vezes. Como no experimento dele: 1000 dígitos, lote inteiro, η = 0,1, λ = 5; no MNIST, se sua pasta estiver definida, senão em dígitos desenhados aqui. Em ambos, nenhuma velocidade de uma camada oculta passa do dobro da dele nem fica abaixo da metade.</translation>
    </message>
    <message>
        <source>Train: the fourth hidden layer learns faster than the first for all 500 epochs, 55 to 150 times as fast; they come nearest near epoch 60. In his figures (drawn in the background, with the band of 200 seeds) it is 49 to 138 times. As in his experiment: 1000 digits, full batch, η = 0.1, λ = 5; on MNIST where its folder is set, else on digits drawn here. On either, no speed of a hidden layer is over twice his, or below half of it.</source>
        <translation>Treine: a quarta camada oculta aprende mais rápido que a primeira por todas as 500 épocas, de 55 a 150 vezes; o mais perto que chegam é por volta da época 60. Nas figuras dele (desenhadas ao fundo, com a faixa de 200 sementes) são de 49 a 138 vezes. Como no experimento dele: 1000 dígitos, lote inteiro, η = 0,1, λ = 5; no MNIST, se sua pasta estiver definida, senão em dígitos desenhados aqui. Em ambos, nenhuma velocidade de uma camada oculta passa do dobro da dele nem fica abaixo da metade.</translation>
    </message>
    <message>
        <source>Train and watch the saturation: softsign x/(1 + |x|) approaches ±1 slowly, and after 2000 steps fewer than one in a hundred activations of any hidden layer are saturated; with tanh from the same start, pinned, it is about seven in a hundred of the last hidden layer. The paper’s figure 3 has much longer training; here 1000 digits, 2000 steps.</source>
        <translation>Treine e observe a saturação: softsign x/(1 + |x|) aproxima-se de ±1 devagar, e depois de 2000 passos menos de uma em cem ativações de qualquer camada oculta está saturada; com tanh a partir do mesmo início, fixada, são umas sete em cem na última camada oculta. A figura 3 do artigo tem treinamento muito mais longo; aqui 1000 dígitos, 2000 passos.</translation>
    </message>
    <message>
        <source>Train: velocity gathers along directions of small curvature, and the cost ends at about a tenth of that of plain descent from the same start, which is pinned with Nesterov’s momentum. μ rises by their schedule from 0.5 to 0.97. The paper has autoencoders of images with up to 750 000 steps; here a deep autoencoder of smooth bumps, 32 numbers each, 4000 steps.</source>
        <translation>Treine: a velocidade se acumula ao longo de direções de pouca curvatura, e o custo termina em cerca de um décimo do da descida simples a partir do mesmo início, fixada junto com o momentum de Nesterov. μ sobe segundo o cronograma deles de 0,5 a 0,97. O artigo tem autocodificadores de imagens com até 750 000 passos; aqui um autocodificador profundo de ondulações suaves, 32 números cada, 4000 passos.</translation>
    </message>
    <message>
        <source>Train: the gradient is taken where the velocity leads, which damps what would overshoot. While μ rises by their schedule, from 0.5 to 0.97, it ends about where classical momentum does, both at a tenth of plain descent (the others are pinned). Set the schedule to constant, and μ is 0.99 from the first step: this one still comes down, while classical momentum stays near a cost of 1 or above. The paper has autoencoders of images with up to 750 000 steps; here a deep autoencoder of smooth bumps, 32 numbers each, 4000 steps.</source>
        <translation>Treine: o gradiente é tomado no ponto ao qual a velocidade leva, o que amortece o que passaria do ponto. Enquanto μ sobe segundo o cronograma deles, de 0,5 a 0,97, ele termina mais ou menos onde termina o momentum clássico, ambos em um décimo da descida simples (os outros estão fixados). Ponha o cronograma em constante, e μ é 0,99 desde o primeiro passo: este ainda desce, enquanto o momentum clássico fica perto de um custo de 1 ou acima. O artigo tem autocodificadores de imagens com até 750 000 passos; aqui um autocodificador profundo de ondulações suaves, 32 números cada, 4000 passos.</translation>
    </message>
    <message>
        <source>Train: plain gradient descent creeps. After the same steps its cost is about ten times that of classical momentum and of Nesterov’s, both pinned. μ rises by their schedule from 0.5 to 0.97. The paper has autoencoders of images with up to 750 000 steps; here a deep autoencoder of smooth bumps, 32 numbers each, 4000 steps.</source>
        <translation>Treine: a descida simples do gradiente rasteja. Depois dos mesmos passos seu custo é cerca de dez vezes o do momentum clássico e o de Nesterov, ambos fixados. μ sobe segundo o cronograma deles de 0,5 a 0,97. O artigo tem autocodificadores de imagens com até 750 000 passos; aqui um autocodificador profundo de ondulações suaves, 32 números cada, 4000 passos.</translation>
    </message>
    <message>
        <source>The output layer feels the cost directly. On its way to an earlier layer the error is multiplied at every step by the w of the link and by the σ′(z) of the neuron where it arrives, and here each of these products is below ¼. The scale is logarithmic: one line of the grid is a factor of ten.</source>
        <translation>A camada de saída sente o custo diretamente. A caminho de uma camada anterior, o erro é multiplicado em cada passo pelo w da ligação e pelo σ′(z) do neurônio ao qual chega, e aqui cada um desses produtos é menor que ¼. A escala é logarítmica: uma linha da grade é um fator de dez.</translation>
    </message>
    <message>
        <source>Why a good start and momentum belong together.</source>
        <translation>Por que um bom início e o momentum andam juntos.</translation>
    </message>
    <message>
        <source>A deep autoencoder should reproduce its input through eight layers. Where the cost has little slope, the gradient points much the same way for many steps. Momentum adds up such steps: v ← μv − η∇C, w ← w + v. By the paper’s schedule μ is 0.5 at first, and rises to 0.875 in the 1000 steps of this lesson.</source>
        <translation>Um autocodificador profundo deve reproduzir sua entrada através de oito camadas. Onde o custo tem pouca inclinação, o gradiente aponta quase para o mesmo lado por muitos passos. O momentum soma tais passos: v ← μv − η∇C, w ← w + v. Pelo cronograma do artigo, μ começa em 0,5 e sobe até 0,875 nos 1000 passos desta lição.</translation>
    </message>
    <message>
        <source>A third of it: 0.061 against 0.18. Steps that point the same way add up to 1/(1 − μ) times their size: twice at μ = 0.5, eight times at μ = 0.875. Nesterov’s momentum ends within a few per cent of it here.</source>
        <translation>Um terço dele: 0,061 contra 0,18. Passos que apontam para o mesmo lado se somam até 1/(1 − μ) vezes o seu tamanho: duas vezes com μ = 0,5, oito vezes com μ = 0,875. O momentum de Nesterov termina aqui a uma diferença de poucos por cento.</translation>
    </message>
    <message>
        <source>All initial weights are divided by four. What happens to the cost after 1000 steps?</source>
        <translation>Todos os pesos iniciais são divididos por quatro. O que acontece com o custo depois de 1000 passos?</translation>
    </message>
    <message>
        <source>many times higher</source>
        <translation>muitas vezes mais alto</translation>
    </message>
    <message>
        <source>It stops at 1.6. Each layer now passes on about a fifth of the signal, and of the error on its way back: at the start the error of layer 1 is 2·10⁻⁵ of that of layer 8, too little for any momentum to add up. Start and momentum belong together.</source>
        <translation>Ele para em 1,6. Agora cada camada passa adiante cerca de um quinto do sinal, e do erro no caminho de volta: no início o erro da camada 1 é 2·10⁻⁵ do erro da camada 8, pouco demais para qualquer momentum somar. Início e momentum andam juntos.</translation>
    </message>
    <message>
        <source>Bring the trained cost below 0.1 in the 1000 steps of this training.</source>
        <translation>Faça o custo treinado ficar abaixo de 0,1 nos 1000 passos deste treinamento.</translation>
    </message>
    <message>
        <source>Up to here the curves run side by side, a little over four times apart. With more training they come closer without meeting: 1.3 times near epoch 70. His published curves are drawn behind yours.</source>
        <translation>Até aqui as curvas correm lado a lado, a pouco mais de quatro vezes uma da outra. Com mais treino elas se aproximam sem se encontrar: 1,3 vez perto da época 70. As curvas publicadas por ele estão desenhadas atrás das suas.</translation>
    </message>
    <message>
        <source>Roughly two decades: the gradient shrinks by a factor of 4 to 6 per layer, as in the chain.</source>
        <translation>Umas duas décadas: o gradiente encolhe por um fator de 4 a 6 por camada, como na cadeia.</translation>
    </message>
    <message>
        <source>The derivative of a + f(wa + b) is 1 + wf′: even where f′ is tiny the gradient passes. Networks of a thousand layers became trainable this way.</source>
        <translation>A derivada de a + f(wa + b) é 1 + wf′: mesmo onde f′ é minúscula o gradiente passa. Redes de mil camadas tornaram-se treináveis assim.</translation>
    </message>
    <message>
        <source>The output layer learns first, and what it gets from below is still noise: it pushes those activations to 0. There the sigmoid is flat, and the layers below hear next to nothing. The cost stands still.</source>
        <translation>A camada de saída aprende primeiro, e o que recebe de baixo ainda é ruído: ela empurra aquelas ativações para 0. Ali a sigmoide é plana, e as camadas de baixo quase nada ouvem. O custo não se move.</translation>
    </message>
    <message>
        <source>Weights in ±1/√n have a variance of 1/(3n): each layer keeps only about a third of the mean square of δ.</source>
        <translation>Pesos em ±1/√n têm variância 1/(3n): cada camada mantém só cerca de um terço da média dos quadrados de δ.</translation>
    </message>
    <message>
        <source>Backpropagation carries the error from the output to the input. On each step back it is multiplied by the w of the link and by the σ′(z) of the neuron where it arrives: from layer 2 to layer 1 by w₂σ′(z₁). The chapter pairs w₂ with σ′(z₂) instead, and so do the products drawn below the network. Over the whole chain both pairings have the same product, except at the ends.</source>
        <translation>A retropropagação leva o erro da saída à entrada. Em cada passo de volta ele é multiplicado pelo w da ligação e pelo σ′(z) do neurônio ao qual chega: da camada 2 à camada 1, por w₂σ′(z₁). O capítulo junta w₂ com σ′(z₂), e assim fazem também os produtos desenhados abaixo da rede. Ao longo de toda a cadeia, as duas maneiras de juntar dão o mesmo produto, exceto nas pontas.</translation>
    </message>
    <message>
        <source>Seven factors from 0.197 to 0.225 make 2.5·10⁻⁵. The running product shows how such a product shrinks layer by layer.</source>
        <translation>Sete fatores de 0,197 a 0,225 dão 2,5·10⁻⁵. O produto acumulado mostra como um produto assim encolhe camada por camada.</translation>
    </message>
    <message>
        <source>Each layer is worth about 0.65 decades.</source>
        <translation>Cada camada vale cerca de 0,65 década.</translation>
    </message>
    <message>
        <source>first z</source>
        <translation>primeiro z</translation>
    </message>
    <message>
        <source>first a</source>
        <translation>primeiro a</translation>
    </message>
    <message>
        <source>first f′(z)</source>
        <translation>primeiro f′(z)</translation>
    </message>
    <message>
        <source>first factor</source>
        <translation>primeiro fator</translation>
    </message>
    <message>
        <source>factor w·f′(z) + α</source>
        <translation>fator w·f′(z) + α</translation>
    </message>
    <message>
        <source>first: of the first of %1 examples; speeds: of the mean gradient of all of them.</source>
        <translation>primeiro: do primeiro de %1 exemplos; velocidades: do gradiente médio de todos eles.</translation>
    </message>
    <message>
        <source>Means and deviations over the neurons and the %1 examples; speeds: of the mean gradient.</source>
        <translation>Médias e desvios sobre os neurônios e os %1 exemplos; velocidades: do gradiente médio.</translation>
    </message>
    <message>
        <source>Singular values: of the first example.</source>
        <translation>Valores singulares: do primeiro exemplo.</translation>
    </message>
    <message>
        <source>product of the first factors, da_L/da₀</source>
        <translation>produto dos primeiros fatores, da_L/da₀</translation>
    </message>
    <message>
        <source>Nothing to learn: a softmax over one output is always 1, so every learning speed is exactly 0.</source>
        <translation>Nada a aprender: um softmax sobre uma única saída é sempre 1, então toda velocidade de aprendizado é exatamente 0.</translation>
    </message>
    <message>
        <source>Nothing to learn: with a target of 0 for every class the softmax cost is always 0, and so is every learning speed.</source>
        <translation>Nada a aprender: com alvo 0 para todas as classes, o custo do softmax é sempre 0, e assim também toda velocidade de aprendizado.</translation>
    </message>
    <message>
        <source>Nothing to learn: the output’s error is exactly 0 at the cost %1, the least possible for these targets, so every learning speed is exactly 0.</source>
        <translation>Nada a aprender: o erro da saída é exatamente 0 com o custo %1, o menor possível para estes alvos, então toda velocidade de aprendizado é exatamente 0.</translation>
    </message>
    <message>
        <source>No layer learns: over the batch the gradients of the examples cancel to within rounding.</source>
        <translation>Nenhuma camada aprende: no lote, os gradientes dos exemplos se cancelam, a menos de arredondamentos.</translation>
    </message>
    <message>
        <source>Dead: wherever the output is wrong, %1′ is exactly 0, so no layer learns.</source>
        <translation>Morta: onde a saída erra, %1′ é exatamente 0, então nenhuma camada aprende.</translation>
    </message>
    <message>
        <source>In layer %1, %2′(z) is exactly 0 in every neuron and example.</source>
        <translation>Na camada %1, %2′(z) é exatamente 0 em todos os neurônios e exemplos.</translation>
    </message>
    <message>
        <source>No gradient passes back from layer %1 to layer %2.</source>
        <translation>Nenhum gradiente volta da camada %1 para a camada %2.</translation>
    </message>
    <message>
        <source>In layer %1, w%2 %3′(z%2) + α is exactly 0: nothing passes back through it.</source>
        <translation>Na camada %1, w%2 %3′(z%2) + α é exatamente 0: nada volta através dela.</translation>
    </message>
    <message>
        <source>Dead: layers 1 and 2 do not learn at all.</source>
        <translation>Morta: as camadas 1 e 2 não aprendem nada.</translation>
    </message>
    <message>
        <source>Saturated: the only layer learns at speed %1; its %2′ is at most %3, under 5 % of its maximum.</source>
        <translation>Saturada: a única camada aprende à velocidade %1; sua %2′ é no máximo %3, abaixo de 5 % do seu máximo.</translation>
    </message>
    <message>
        <source>Uneven: layer 1 learns %1, on average by a factor of %2 per layer.</source>
        <translation>Desigual: a camada 1 aprende %1, em média por um fator de %2 a cada camada.</translation>
    </message>
    <message>
        <source>Balanced: the weights of layer 1 learn %1.</source>
        <translation>Equilibrada: os pesos da camada 1 aprendem %1.</translation>
    </message>
    <message>
        <source>Vanishing: the weights of layer 1 learn %1.</source>
        <translation>Dissipação: os pesos da camada 1 aprendem %1.</translation>
    </message>
    <message>
        <source>Exploding: the weights of layer 1 learn %1.</source>
        <translation>Explosão: os pesos da camada 1 aprendem %1.</translation>
    </message>
    <message>
        <source>Uneven: the weights of layer 1 learn %1.</source>
        <translation>Desigual: os pesos da camada 1 aprendem %1.</translation>
    </message>
    <message>
        <source>Dead in part: of layer %1 only the weights learn, of layer 1 only the biases.</source>
        <translation>Morta em parte: da camada %1 só os pesos aprendem, da camada 1 só os vieses.</translation>
    </message>
    <message>
        <source>Dead in part: of layer 1 only the weights learn, of layer %1 only the biases.</source>
        <translation>Morta em parte: da camada 1 só os pesos aprendem, da camada %1 só os vieses.</translation>
    </message>
    <message>
        <source>Dead: layer %1, the output, does not learn at all.</source>
        <translation>Morta: a camada %1, a de saída, não aprende nada.</translation>
    </message>
    <message>
        <source>Saturated: %2′ is at most %1 in every layer, under 5 % of its maximum.</source>
        <translation>Saturada: %2′ é no máximo %1 em todas as camadas, abaixo de 5 % do seu máximo.</translation>
    </message>
    <message>
        <source>The learning speed grows most from layer %2 back to layer %1, by a factor of %3.</source>
        <translation>A velocidade de aprendizado cresce mais da camada %2 de volta à camada %1, por um fator de %3.</translation>
    </message>
    <message>
        <source>The learning speed shrinks most from layer %2 back to layer %1, by a factor of %3.</source>
        <translation>A velocidade de aprendizado encolhe mais da camada %2 de volta à camada %1, por um fator de %3.</translation>
    </message>
    <message>
        <source>The factor between the speeds of the two layers, |%1 %2|, is %3.</source>
        <translation>O fator entre as velocidades das duas camadas, |%1 %2|, é %3.</translation>
    </message>
    <message>
        <source>The largest factor between the speeds of neighbours is |%1 %2| = %3, from layer %4 back to layer %5.</source>
        <translation>O maior fator entre as velocidades de camadas vizinhas é |%1 %2| = %3, da camada %4 de volta à camada %5.</translation>
    </message>
    <message>
        <source>The smallest factor between the speeds of neighbours is |%1 %2| = %3, from layer %4 back to layer %5.</source>
        <translation>O menor fator entre as velocidades de camadas vizinhas é |%1 %2| = %3, da camada %4 de volta à camada %5.</translation>
    </message>
    <message>
        <source>Every layer is saturated: %2′ is at most %1, under 5 % of its maximum.</source>
        <translation>Todas as camadas estão saturadas: %2′ é no máximo %1, abaixo de 5 % do seu máximo.</translation>
    </message>
    <message>
        <source>No parameter learns in %1; the gradient passes on by the residual connections.</source>
        <translation>Nenhum parâmetro aprende em %1; o gradiente segue pelas conexões residuais.</translation>
    </message>
    <message>
        <source>No parameter learns in %1.</source>
        <translation>Nenhum parâmetro aprende em %1.</translation>
    </message>
    <message>
        <source>The biases do not learn in %1: the batch normalization of the next layer takes every shift out again.</source>
        <translation>Os vieses não aprendem em %1: a normalização por lote da camada seguinte desfaz todo deslocamento.</translation>
    </message>
    <message>
        <source>The biases do not learn in %1: over the batch their gradients cancel to within rounding.</source>
        <translation>Os vieses não aprendem em %1: no lote, seus gradientes se cancelam, a menos de arredondamentos.</translation>
    </message>
    <message>
        <source>The weights of layer %1 do not learn: its normalization lets no gradient through to them.</source>
        <translation>Os pesos da camada %1 não aprendem: a normalização dela não deixa nenhum gradiente chegar até eles.</translation>
    </message>
    <message>
        <source>The weights of layer %1 do not learn: over the batch their gradients are exactly 0 in the mean.</source>
        <translation>Os pesos da camada %1 não aprendem: no lote, a média dos seus gradientes é exatamente 0.</translation>
    </message>
    <message>
        <source>From layer %1 on the digits are noise: rounding errors have grown there until they change f′(z) by 1 % or more.</source>
        <translation>Da camada %1 em diante, os algarismos são ruído: ali os erros de arredondamento cresceram até mudar f′(z) em 1 % ou mais.</translation>
    </message>
    <message>
        <source>Activations, %1; %2 % of the values are saturated (|f′| under 5 % of its maximum).</source>
        <translation>Ativações, %1; %2 % dos valores estão saturados (|f′| abaixo de 5 % do seu máximo).</translation>
    </message>
    <message>
        <source>Activations, %1; %2. No value is saturated (|f′| under 5 % of its maximum).</source>
        <translation>Ativações, %1; %2. Nenhum valor está saturado (|f′| abaixo de 5 % do seu máximo).</translation>
    </message>
    <message>
        <source>Activations, %1; %2. Most saturated (|f′| under 5 % of its maximum) is layer %3, with %4 % of its values.</source>
        <translation>Ativações, %1; %2. A mais saturada (|f′| abaixo de 5 % do seu máximo) é a camada %3, com %4 % dos seus valores.</translation>
    </message>
    <message>
        <source>Layers whose marks lie under others: %1.</source>
        <translation>Camadas cujas marcas ficam sob outras: %1.</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 = %4 for a single link; a neuron adds up many, so whether a layer shrinks the gradient is not seen here.</source>
        <translation>|w|·max %1′ = %2 × %3 = %4 para uma única ligação; um neurônio soma muitas, então aqui não se vê se uma camada encolhe o gradiente.</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, but the residual connection adds %5 to w %1′(z) in every hidden layer.</source>
        <translation>|w|·max %1′ = %2 × %3 = %4: em nenhum lugar |w %1′(z)| ≥ 1, mas a conexão residual soma %5 a w %1′(z) em cada camada oculta.</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, so a layer with this w shrinks the gradient wherever its z lies.</source>
        <translation>|w|·max %1′ = %2 × %3 = %4: em nenhum lugar |w %1′(z)| ≥ 1, então uma camada com este w encolhe o gradiente onde quer que esteja o seu z.</translation>
    </message>
    <message>
        <source>Each layer is marked at the mean of its z and of its %1′(z) over neurons and examples, which need not lie on the curve; the band is that of one neuron.</source>
        <translation>Cada camada é marcada na média do seu z e da sua %1′(z) sobre neurônios e exemplos, que não precisa estar sobre a curva; a faixa é a de um único neurônio.</translation>
    </message>
    <message>
        <source>%1 = %2 = %3, the only factor.</source>
        <translation>%1 = %2 = %3, o único fator.</translation>
    </message>
    <message>
        <source>%1 = %2 = %3; the product of the %4 factors is ∂a%5/∂a₀ = %6.</source>
        <translation>%1 = %2 = %3; o produto dos %4 fatores é ∂a%5/∂a₀ = %6.</translation>
    </message>
    <message>
        <source>More than 10³⁰⁸ below the largest δ of their example and drawn there: %1 of the values, in %2.</source>
        <translation>Mais de 10³⁰⁸ abaixo do maior δ do seu exemplo e desenhados ali: %1 dos valores, em %2.</translation>
    </message>
    <message>
        <source>Learning speed |δˡ|: %1 in layer 1, %2 in layer %3; their ratio is |%4| = %5.</source>
        <translation>Velocidade de aprendizado |δˡ|: %1 na camada 1, %2 na camada %3; a razão entre elas é |%4| = %5.</translation>
    </message>
    <message>
        <source>The last layer does not learn: there is nothing to compare layer 1 with.</source>
        <translation>A última camada não aprende: não há com que comparar a camada 1.</translation>
    </message>
    <message>
        <source>With many neurons the product is one of matrices; what is drawn is its effect on ‖δ‖ (rms): that of layer 1 is %1 times that of layer %2.</source>
        <translation>Com muitos neurônios, o produto é de matrizes; o que se desenha é o seu efeito sobre ‖δ‖ (rms): o da camada 1 é %1 vezes o da camada %2.</translation>
    </message>
    <message>
        <source>Of each group of neighbouring layers only the smallest and the largest value are drawn (layers between them: %1).</source>
        <translation>De cada grupo de camadas vizinhas só o menor e o maior valor são desenhados (camadas entre eles: %1).</translation>
    </message>
    <message>
        <source>Beyond the ends of the shapes (robust ranges): %1 of %2 values.</source>
        <translation>Além das pontas das formas (faixas robustas): %1 de %2 valores.</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 camada</translation>
    </message>
    <message>
        <source>layer %1, first of %2 examples: z = %3, a = %4, %5′(z) = %6; over all of them ‖⟨∂C/∂b⟩‖ = %7, ‖⟨∂C/∂w⟩‖ = %8</source>
        <translation>camada %1, primeiro de %2 exemplos: z = %3, a = %4, %5′(z) = %6; sobre todos eles, ‖⟨∂C/∂b⟩‖ = %7, ‖⟨∂C/∂w⟩‖ = %8</translation>
    </message>
    <message>
        <source>layer %1: w = %2, b = %3, z = %4, a = %5, %6′(z) = %7, ∂C/∂b = %8, |∂C/∂w| = %9</source>
        <translation>camada %1: w = %2, b = %3, z = %4, a = %5, %6′(z) = %7, ∂C/∂b = %8, |∂C/∂w| = %9</translation>
    </message>
    <message>
        <source>z, f′(z) and the factors are those of the first of %1 examples.</source>
        <translation>z, f′(z) e os fatores são os do primeiro de %1 exemplos.</translation>
    </message>
    <message>
        <source>saturated: |%1′| &lt; 5 % of its maximum</source>
        <translation>saturada: |%1′| &lt; 5 % do seu máximo</translation>
    </message>
    <message>
        <source>Beyond the bars (robust range): %1 of %2 values.</source>
        <translation>Além das barras (faixa robusta): %1 de %2 valores.</translation>
    </message>
    <message>
        <source>Layer %1 is saturated (|%2′| &lt; 5 % of its maximum) in %3 % of its values.</source>
        <translation>A camada %1 está saturada (|%2′| &lt; 5 % do seu máximo) em %3 % dos seus valores.</translation>
    </message>
    <message>
        <source>Layer %1: z has mean %2 and standard deviation %3; %4 % of its values are saturated (|%5′| &lt; 5 % of its maximum %6).</source>
        <translation>Camada %1: z tem média %2 e desvio padrão %3; %4 % dos seus valores estão saturados (|%5′| &lt; 5 % do seu máximo %6).</translation>
    </message>
    <message>
        <source>With w = 4 and z = 0 every factor is 4 × 1/4 = 1: all layers learn at the same speed. Move w to 5 or to 3: the gradient explodes or vanishes.</source>
        <translation>Com w = 4 e z = 0, cada fator é 4 × 1/4 = 1: todas as camadas aprendem à mesma velocidade. Leve w a 5 ou a 3: o gradiente explode ou se dissipa.</translation>
    </message>
    <message>
        <source>The present a₀ is that of the first of %1 examples.</source>
        <translation>O a₀ atual é o do primeiro de %1 exemplos.</translation>
    </message>
    <message>
        <source>On its way back the gradient ∂C/∂a is multiplied by wₗ f′(zₗ) in each layer. On a logarithmic scale a product is a sum: one bar goes from 1 to |wₗ|, the other from there by f′(zₗ) to the factor, marked with its sign (a residual connection adds α to it); in a deep chain the bars become curves. Above the line at 1 a layer makes ∂C/∂a grow, below it shrink; no factor (with a layer selected, not its factor) can lie above the line marked max. The learning speeds of neighbours differ by the other pair, wₗ₊₁ f′(zₗ): both pairings have the same product, except at the ends. In a wide network a factor is a matrix: what is drawn is how much it makes ‖δ‖ grow or shrink.</source>
        <translation>No caminho de volta, o gradiente ∂C/∂a é multiplicado por wₗ f′(zₗ) em cada camada. Em escala logarítmica um produto é uma soma: uma barra vai de 1 até |wₗ|, a outra segue dali por f′(zₗ) até o fator, marcado com o seu sinal (uma conexão residual soma α a ele); em uma cadeia profunda as barras se tornam curvas. Acima da linha em 1, uma camada faz ∂C/∂a crescer; abaixo dela, encolher; nenhum fator (com uma camada selecionada: o fator dela) pode ficar acima da linha marcada com max. As velocidades de aprendizado de camadas vizinhas diferem pelo outro par, wₗ₊₁ f′(zₗ): os dois pareamentos têm o mesmo produto, exceto nas pontas. Em uma rede larga, um fator é uma matriz: o que se desenha é quanto ela faz ‖δ‖ crescer ou encolher.</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>a entrada</translation>
    </message>
    <message>
        <source>Mean field takes the output error as independent of the weights before it; with so many outputs for the width of the network (%1 to %2) it is not quite, and the speeds can lie above the prediction.</source>
        <translation>O campo médio toma o erro da saída como independente dos pesos anteriores; com tantas saídas para a largura da rede (%1 para %2), ele não é bem isso, e as velocidades podem ficar acima da previsão.</translation>
    </message>
    <message>
        <source>On the links: w. Under the neurons: %1′(z).</source>
        <translation>Nas ligações: w. Sob os neurônios: %1′(z).</translation>
    </message>
    <message>
        <source>Every factor between the speeds of neighbours has the size %1.</source>
        <translation>Cada fator entre as velocidades de camadas vizinhas tem o tamanho %1.</translation>
    </message>
    <message>
        <source>Neurons drawn empty, because their δ is exactly 0: %1 of %2.</source>
        <translation>Neurônios desenhados vazios, porque seu δ é exatamente 0: %1 de %2.</translation>
    </message>
    <message>
        <source>draw the map that “map --out FILE.json” or “merge” has written</source>
        <translation>desenha o mapa gravado por “map --out ARQUIVO.json” ou por “merge”</translation>
    </message>
    <message>
        <source>--map brings its own scenario; leave %1 out.</source>
        <translation>--map traz o próprio cenário; retire %1.</translation>
    </message>
    <message>
        <source>The figure “%1” draws no map; leave --map out.</source>
        <translation>A figura “%1” não desenha mapas; retire --map.</translation>
    </message>
    <message>
        <source>a picture, a table (.csv) or every cell (.json); a folder for parts of a map</source>
        <translation>uma imagem, uma tabela (.csv) ou todas as células (.json); uma pasta para as partes de um mapa</translation>
    </message>
    <message>
        <source>map needs --out FILE, where the name ends in .png, .svg, .pdf, .csv or .json.</source>
        <translation>map precisa de --out ARQUIVO, com um nome que termine em .png, .svg, .pdf, .csv ou .json.</translation>
    </message>
    <message>
        <source>--shard needs --out FOLDER/: the parts of a map lie side by side.</source>
        <translation>--shard precisa de --out PASTA/: as partes de um mapa ficam lado a lado.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>A measure over one or two parameters, with seeds, as a picture or as numbers.</source>
        <translation>Uma medida sobre um ou dois parâmetros, com sementes, como imagem ou como números.</translation>
    </message>
    <message>
        <source>deltascope-cli map --of product --over weight=0:12 --over bias=-6:6 --out map.png
In place of a value there may be a word: dead or zero (exactly 0), diverged, not_reached, beyond,
inapplicable. Sizes are written as log10. A large map is computed in parts, by as many
processes: --shard 3/8 --out parts/; “merge” makes one map of them, with the same bytes.</source>
        <translation>deltascope-cli map --of product --over weight=0:12 --over bias=-6:6 --out map.png
No lugar de um valor pode haver uma palavra: dead ou zero (exatamente 0), diverged, not_reached, beyond,
inapplicable. Tamanhos são escritos como log10. Um mapa grande é calculado em partes, por vários
processos: --shard 3/8 --out partes/; “merge” junta as partes em um só mapa, com os mesmos bytes.</translation>
    </message>
    <message>
        <source>%1 was computed by version %2, and the first part by %3.</source>
        <translation>%1 foi calculado pela versão %2, e a primeira parte pela %3.</translation>
    </message>
    <message>
        <source>%1 is of another scenario than the first part.</source>
        <translation>%1 é de outro cenário que não o da primeira parte.</translation>
    </message>
    <message>
        <source>%1 is of %2 parts, and the first one of %3.</source>
        <translation>%1 é de uma divisão em %2 partes, e a primeira, em %3.</translation>
    </message>
    <message>
        <source>%1 is of another map than the first part.</source>
        <translation>%1 é de outro mapa que não o da primeira parte.</translation>
    </message>
    <message>
        <source>%1 is part %2 of %3, which was there already.</source>
        <translation>%1 é a parte %2 de %3, que já havia sido lida.</translation>
    </message>
    <message>
        <source>Cannot write beside the map: %1.</source>
        <translation>Não é possível gravar ao lado do mapa: %1.</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>Parts are missing: %1. Compute them, then merge again.</source>
        <translation>Faltam partes: %1. Calcule-as e junte de novo.</translation>
    </message>
    <message>
        <source>Makes one map of the parts that “map --shard” has computed.</source>
        <translation>Junta em um só mapa as partes calculadas por “map --shard”.</translation>
    </message>
    <message>
        <source>There is no measure “%1”; did you mean “%2”?</source>
        <translation>Não existe a medida “%1”; você quis dizer “%2”?</translation>
    </message>
    <message>
        <source>There is no measure “%1”; there are %2.</source>
        <translation>Não existe a medida “%1”; existem %2.</translation>
    </message>
    <message>
        <source>--seeds: “%1” is not a whole number from 1 to %2.</source>
        <translation>--seeds: “%1” não é um número inteiro de 1 a %2.</translation>
    </message>
    <message>
        <source>what to measure in each cell, like speed_ratio:layer=1; “list measures” names them</source>
        <translation>o que medir em cada célula, como speed_ratio:layer=1; “list measures” mostra as medidas</translation>
    </message>
    <message>
        <source>the parameter that moves, once or twice; of choices KEY=A,B,… or KEY=all</source>
        <translation>o parâmetro que varia, uma ou duas vezes; de opções, CHAVE=A,B,… ou CHAVE=all</translation>
    </message>
    <message>
        <source>number of seeds in each cell (1)</source>
        <translation>número de sementes em cada célula (1)</translation>
    </message>
    <message>
        <source>of the seeds: median, mean, p05, p95, or share with at_least or at_most in --of (median)</source>
        <translation>das sementes: median, mean, p05, p95, ou share com at_least ou at_most em --of (median)</translation>
    </message>
    <message>
        <source>A folder takes the parts of a map: write --shard I/N, or for the whole map the name of a file.</source>
        <translation>Uma pasta recebe as partes de um mapa: escreva --shard I/N ou, para o mapa inteiro, o nome de um arquivo.</translation>
    </message>
    <message>
        <source>%1 is missing or is not a number: a part needs SLURM_ARRAY_TASK_ID, _MIN and _COUNT, or --shard I/N.</source>
        <translation>%1 falta ou não é um número: uma parte precisa de SLURM_ARRAY_TASK_ID, _MIN e _COUNT, ou de --shard I/N.</translation>
    </message>
    <message>
        <source>The tasks of this job array are not all of one row of numbers; write which part of how many it is, like --shard %1/8.</source>
        <translation>Os números das tarefas deste job array não são todos seguidos; escreva qual parte é, e de quantas, como --shard %1/8.</translation>
    </message>
    <message>
        <source>%1 is of %2 parts, and this is one of %3; choose another folder.</source>
        <translation>%1 é de uma divisão em %2 partes, e esta é uma de %3; escolha outra pasta.</translation>
    </message>
    <message>
        <source>--shard: “%1” is not a part; write it like 3/8, from 1/8 to 8/8.</source>
        <translation>--shard: “%1” não é uma parte; escreva como 3/8, de 1/8 a 8/8.</translation>
    </message>
    <message>
        <source>Cannot create the folder %1.</source>
        <translation>Não é possível criar a pasta %1.</translation>
    </message>
    <message>
        <source>%1 already exists.</source>
        <translation>%1 já existe.</translation>
    </message>
    <message>
        <source>compute only part I of N, into the folder --out; without it, the task of a Slurm job array is the part</source>
        <translation>calcula só a parte I de N, na pasta --out; sem esta opção, a parte é a tarefa de um job array do Slurm</translation>
    </message>
    <message>
        <source>No parameters are stored in this map: its key “scenario” is missing.</source>
        <translation>Não há parâmetros guardados neste mapa: falta a chave “scenario”.</translation>
    </message>
    <message>
        <source>a map needs a “measure” and an “x”.</source>
        <translation>um mapa precisa de “measure” e de “x”.</translation>
    </message>
    <message>
        <source>count must be a whole number from 2 to %1.</source>
        <translation>count deve ser um número inteiro de 2 a %1.</translation>
    </message>
    <message>
        <source>scale must be “linear” or “logarithmic”.</source>
        <translation>scale deve ser “linear” ou “logarithmic”.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a value for it.</source>
        <translation>%1: “%2” não serve como valor.</translation>
    </message>
    <message>
        <source>a map needs a “scenario” and a “map”.</source>
        <translation>um mapa precisa de “scenario” e de “map”.</translation>
    </message>
    <message>
        <source>“%1” is not an argument of a measure; write it like layer=1.</source>
        <translation>“%1” não é argumento de uma medida; escreva como layer=1.</translation>
    </message>
    <message>
        <source>“%1” is not an axis; write it like weight=0:10, gain=0.1:10:100:log or activation=sigmoid,tanh.</source>
        <translation>“%1” não é um eixo; escreva como weight=0:10, gain=0.1:10:100:log ou activation=sigmoid,tanh.</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>ainda não calculado</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>exatamente 0</translation>
    </message>
    <message>
        <source>beyond any number</source>
        <translation>além de qualquer número</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiu</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>não alcançado</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>não se aplica</translation>
    </message>
    <message>
        <source>share of the seeds</source>
        <translation>fração das sementes</translation>
    </message>
    <message>
        <source>balanced, %1 = 1</source>
        <translation>equilibrado, %1 = 1</translation>
    </message>
    <message>
        <source>5–95 % of the seeds</source>
        <translation>5–95 % das sementes</translation>
    </message>
    <message>
        <source>Each cell: the %1 of %2 seeds.</source>
        <translation>Em cada célula: %1 de %2 sementes.</translation>
    </message>
    <message>
        <source>No cell of this map has a value.</source>
        <translation>Nenhuma célula deste mapa tem valor.</translation>
    </message>
    <message>
        <source>Over %1 it goes from %2 to %3.</source>
        <translation>Ao longo de %1, vai de %2 a %3.</translation>
    </message>
    <message>
        <source>Over %1 and %2 it goes from %3 to %4.</source>
        <translation>Ao longo de %1 e %2, vai de %3 a %4.</translation>
    </message>
    <message>
        <source>Map: %1 (layer %2 over the last)</source>
        <translation>Mapa: %1 (camada %2 sobre a última)</translation>
    </message>
    <message>
        <source>Map: %1 (layer %2 over layer %3)</source>
        <translation>Mapa: %1 (camada %2 sobre a camada %3)</translation>
    </message>
    <message>
        <source>Map: %1 (layer %2)</source>
        <translation>Mapa: %1 (camada %2)</translation>
    </message>
    <message>
        <source>Map: %1</source>
        <translation>Mapa: %1</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>parâmetro</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>medida</translation>
    </message>
    <message>
        <source>%1: from and to must be finite numbers.</source>
        <translation>%1: o início e o fim devem ser números finitos.</translation>
    </message>
    <message>
        <source>%1: from and to are both %2; a map needs two different values.</source>
        <translation>%1: o início e o fim são ambos %2; um mapa precisa de dois valores diferentes.</translation>
    </message>
    <message>
        <source>%1: from, %2, is above to, %3; the smaller value comes first.</source>
        <translation>%1: o início, %2, está acima do fim, %3; o valor menor vem primeiro.</translation>
    </message>
    <message>
        <source>%1: a logarithmic axis needs values above 0, and this one begins at %2.</source>
        <translation>%1: um eixo logarítmico precisa de valores acima de 0, e este começa em %2.</translation>
    </message>
    <message>
        <source>%1: from and to must be whole numbers.</source>
        <translation>%1: o início e o fim devem ser números inteiros.</translation>
    </message>
    <message>
        <source>%1: of %2 values from %3 to %4 only %5 are different whole numbers; write fewer.</source>
        <translation>%1: dos %2 valores de %3 a %4, só %5 são inteiros diferentes; peça menos.</translation>
    </message>
    <message>
        <source>%1 is a number; write from and to, like %1=1:10.</source>
        <translation>%1 é um número; escreva o início e o fim, como %1=1:10.</translation>
    </message>
    <message>
        <source>%1: “%2” is on the axis twice; once is enough.</source>
        <translation>%1: “%2” está duas vezes no eixo; uma vez basta.</translation>
    </message>
    <message>
        <source>%1 changes nothing here. %2</source>
        <translation>%1 não muda nada aqui. %2</translation>
    </message>
    <message>
        <source>%1 changes nothing of the measure “%2”: it is about something else.</source>
        <translation>%1 não muda nada na medida “%2”: ela trata de outra coisa.</translation>
    </message>
    <message>
        <source>The measure “%1” compares with a pin, and the cells of a map have none.</source>
        <translation>A medida “%1” compara com um cenário fixado, e as células de um mapa não têm nenhum.</translation>
    </message>
    <message>
        <source>The measure “%1” needs the key of a parameter that is a number.</source>
        <translation>A medida “%1” precisa da chave de um parâmetro que seja um número.</translation>
    </message>
    <message>
        <source>There is no statistic “%1”; there are %2.</source>
        <translation>Não existe a estatística “%1”; existem %2.</translation>
    </message>
    <message>
        <source>The number of seeds must be from 1 to %1, not %2.</source>
        <translation>O número de sementes deve ser de 1 a %1, e não %2.</translation>
    </message>
    <message>
        <source>The statistic “share” counts the seeds whose measure is at least or at most so much: write at_least or at_most.</source>
        <translation>A estatística “share” conta as sementes cuja medida é no mínimo ou no máximo tanto: escreva at_least ou at_most.</translation>
    </message>
    <message>
        <source>at_least and at_most go only with the statistic “share”.</source>
        <translation>at_least e at_most só servem à estatística “share”.</translation>
    </message>
    <message>
        <source>at_least and at_most must be numbers above 0.</source>
        <translation>at_least e at_most devem ser números acima de 0.</translation>
    </message>
    <message>
        <source>at_least and at_most must be numbers.</source>
        <translation>at_least e at_most devem ser números.</translation>
    </message>
    <message>
        <source>The measure “%1” does not apply: %2</source>
        <translation>A medida “%1” não se aplica: %2</translation>
    </message>
    <message>
        <source>The measure “%1” is of layer %2, and there are only %3.</source>
        <translation>A medida “%1” é da camada %2, e só há %3.</translation>
    </message>
    <message>
        <source>%1 has neither numbers nor choices and cannot be an axis.</source>
        <translation>%1 não tem números nem opções e não pode ser um eixo.</translation>
    </message>
    <message>
        <source>%1: an axis has from 2 to %2 values, not %3.</source>
        <translation>%1: um eixo tem de 2 a %2 valores, e não %3.</translation>
    </message>
    <message>
        <source>%1 has no numbers; write its choices with commas between.</source>
        <translation>%1 não tem números; escreva as opções separadas por vírgulas.</translation>
    </message>
    <message>
        <source>%1 is on both axes; they need two different parameters.</source>
        <translation>%1 está nos dois eixos; eles precisam de dois parâmetros diferentes.</translation>
    </message>
    <message>
        <source>share</source>
        <translation>fração</translation>
    </message>
    <message>
        <source>5th percentile</source>
        <translation>percentil 5</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>percentil 95</translation>
    </message>
    <message>
        <source>epochs until the cost is reached</source>
        <translation>épocas até que o custo seja alcançado</translation>
    </message>
    <message>
        <source>only a chain without a residual connection has an explosion window.</source>
        <translation>só uma cadeia sem conexão residual tem janela de explosão.</translation>
    </message>
    <message>
        <source>only a chain of single neurons has factors.</source>
        <translation>só uma cadeia de neurônios únicos tem fatores.</translation>
    </message>
    <message>
        <source>Cannot read %1.</source>
        <translation>Não é possível ler %1.</translation>
    </message>
    <message>
        <source>%1 is not part of a map.</source>
        <translation>%1 não é parte de um mapa.</translation>
    </message>
    <message>
        <source>%1 was made by another version of this program.</source>
        <translation>%1 foi feito por outra versão deste programa.</translation>
    </message>
    <message>
        <source>%1 has been changed: its hash does not belong to its scenario and map.</source>
        <translation>%1 foi alterado: o hash não corresponde ao cenário e ao mapa.</translation>
    </message>
    <message>
        <source>%1 is cut off after line %2.</source>
        <translation>%1 termina antes da hora, depois da linha %2.</translation>
    </message>
    <message>
        <source>%1, line %2: this is not a cell of a part of this size.</source>
        <translation>%1, linha %2: isto não é uma célula de uma parte deste tamanho.</translation>
    </message>
    <message>
        <source>a map needs “%1”, %2 rows of %3 entries each.</source>
        <translation>um mapa precisa de “%1”, com %2 linhas de %3 valores cada.</translation>
    </message>
    <message>
        <source>format must be “deltascope.map”: this is not a map.</source>
        <translation>format deve ser “deltascope.map”: isto não é um mapa.</translation>
    </message>
    <message>
        <source>In %1 of %2 cells it is exactly 0.</source>
        <translation>Em %1 de %2 células o valor é exatamente 0.</translation>
    </message>
    <message>
        <source>%1 of %2 cells are beyond any number.</source>
        <translation>Em %1 de %2 células o valor está além de qualquer número.</translation>
    </message>
    <message>
        <source>In %1 of %2 cells the training diverged.</source>
        <translation>Em %1 de %2 células o treinamento divergiu.</translation>
    </message>
    <message>
        <source>In %1 of %2 cells it was not reached.</source>
        <translation>Em %1 de %2 células isso não foi alcançado.</translation>
    </message>
    <message>
        <source>In %1 of %2 cells the measure does not apply.</source>
        <translation>Em %1 de %2 células a medida não se aplica.</translation>
    </message>
    <message>
        <source>Cells without a value are hatched.</source>
        <translation>Células sem valor aparecem hachuradas.</translation>
    </message>
    <message>
        <source>Where there is no value the curve has a gap.</source>
        <translation>Onde não há valor a curva tem uma lacuna.</translation>
    </message>
    <message>
        <source>add what mean field theory and the law of finite width predict of each layer</source>
        <translation>acrescenta o que a teoria do campo médio e a lei da largura finita preveem de cada camada</translation>
    </message>
    <message>
        <source>typical</source>
        <translation>típica</translation>
    </message>
    <message>
        <source>critical (χ₁ = 1)</source>
        <translation>crítico (χ₁ = 1)</translation>
    </message>
    <message>
        <source>Hanin &amp; Nica (2018), by sums of digamma and trigamma over the binomial</source>
        <translation>Hanin &amp; Nica (2018), por somas de digama e trigama sobre a binomial</translation>
    </message>
    <message>
        <source>Mean of ln(‖δˡ‖²/‖δˡ⁺¹‖²) of a ReLU layer of %1, He’s rule</source>
        <translation>Média de ln(‖δˡ‖²/‖δˡ⁺¹‖²) de uma camada ReLU de %1, regra de He</translation>
    </message>
    <message>
        <source>Its variance at width %1</source>
        <translation>A variância dele na largura %1</translation>
    </message>
    <message>
        <source>Mean of log₁₀‖δ‖ over 100 such layers of 30, mean field’s rms = 0</source>
        <translation>Média de log₁₀‖δ‖ através de 100 dessas camadas de 30, rms do campo médio = 0</translation>
    </message>
    <message>
        <source>Its standard deviation</source>
        <translation>O desvio padrão dele</translation>
    </message>
    <message>
        <source>Roberts, Yaida &amp; Hanin, The Principles of Deep Learning Theory (2022)</source>
        <translation>Roberts, Yaida &amp; Hanin, The Principles of Deep Learning Theory (2022)</translation>
    </message>
    <message>
        <source>Critical point of GELU, σb²</source>
        <translation>Ponto crítico da GELU, σb²</translation>
    </message>
    <message>
        <source>Critical point of GELU, σw²</source>
        <translation>Ponto crítico da GELU, σw²</translation>
    </message>
    <message>
        <source>Critical point of GELU, q*</source>
        <translation>Ponto crítico da GELU, q*</translation>
    </message>
    <message>
        <source>Critical point of swish, σb²</source>
        <translation>Ponto crítico da swish, σb²</translation>
    </message>
    <message>
        <source>Critical point of swish, σw²</source>
        <translation>Ponto crítico da swish, σw²</translation>
    </message>
    <message>
        <source>Critical point of swish, q*</source>
        <translation>Ponto crítico da swish, q*</translation>
    </message>
    <message>
        <source>Critical σw² of ReLU layers</source>
        <translation>σw² crítico de camadas ReLU</translation>
    </message>
    <message>
        <source>√χ₁ of SELU with LeCun’s rule: it slowly explodes</source>
        <translation>√χ₁ da SELU com a regra de LeCun: explode devagar</translation>
    </message>
    <message>
        <source>Klambauer et al. (2017), its χ₁ integrated independently</source>
        <translation>Klambauer et al. (2017), com χ₁ integrado independentemente</translation>
    </message>
    <message>
        <source>√χ₁ of sigmoid with Kumar’s rule, σw = 3.6: it still vanishes</source>
        <translation>√χ₁ da sigmoide com a regra de Kumar, σw = 3,6: ainda se dissipa</translation>
    </message>
    <message>
        <source>Kumar (2017), its χ₁ integrated independently</source>
        <translation>Kumar (2017), com χ₁ integrado independentemente</translation>
    </message>
    <message>
        <source>√(π/(π − 1)), large batches (Yang et al. 2019)</source>
        <translation>√(π/(π − 1)), lotes grandes (Yang et al. 2019)</translation>
    </message>
    <message>
        <source>Growth of ‖δ‖ per layer, wide ReLU layers with batch normalization</source>
        <translation>Crescimento de ‖δ‖ por camada, camadas ReLU largas com normalização por lote</translation>
    </message>
    <message>
        <source>The same, measured, %1 wide and %1 examples</source>
        <translation>O mesmo, medido, largura %1 e %1 exemplos</translation>
    </message>
    <message>
        <source>Pennington, Schoenholz &amp; Ganguli (2017), infinitely wide</source>
        <translation>Pennington, Schoenholz &amp; Ganguli (2017), largura infinita</translation>
    </message>
    <message>
        <source>a product of orthogonal matrices is one (Saxe et al. 2013)</source>
        <translation>um produto de matrizes ortogonais é ortogonal (Saxe et al. 2013)</translation>
    </message>
    <message>
        <source>Largest σ of 10 orthogonal linear layers</source>
        <translation>Maior σ de 10 camadas lineares ortogonais</translation>
    </message>
    <message>
        <source>Their smallest σ</source>
        <translation>O menor σ delas</translation>
    </message>
    <message>
        <source>How fast each layer learns, on a logarithmic scale: the sizes of ∂C/∂bˡ = δˡ and of ∂C/∂wˡ. A straight line means that each layer multiplies the gradient by the same factor; a line that falls towards layer 1 is a vanishing gradient, one that rises is an exploding gradient. Horizontal lines show below and above which sizes float32 and double round it to 0 and ∞. Where the initial weights or the inputs are random, the band holds 5–95 % of the networks of many seeds; the dashed line is mean field theory, and where the law of finite width is exact its median and its 5–95 % band are drawn too.</source>
        <translation>Quão rápido cada camada aprende, em escala logarítmica: os tamanhos de ∂C/∂bˡ = δˡ e de ∂C/∂wˡ. Uma linha reta significa que cada camada multiplica o gradiente pelo mesmo fator; uma linha que cai em direção à camada 1 é uma dissipação do gradiente, uma que sobe é uma explosão. As linhas horizontais mostram abaixo e acima de que tamanhos float32 e double o arredondam para 0 e ∞. Onde os pesos iniciais ou as entradas são aleatórios, a faixa contém 5–95 % das redes de muitas sementes; a linha tracejada é a teoria do campo médio e, onde a lei da largura finita é exata, desenham-se também sua mediana e sua faixa de 5–95 %.</translation>
    </message>
    <message>
        <source>finite width: 5–95 %</source>
        <translation>largura finita: 5–95 %</translation>
    </message>
    <message>
        <source>Law of finite width (Hanin &amp; Nica 2018): a typical network of this width, %1, lies %2-fold below mean field’s root mean square in layer 1; 90 % have ‖δ₁‖ between %3 and %4.</source>
        <translation>Lei da largura finita (Hanin &amp; Nica 2018): uma rede típica desta largura, %1, fica, na camada 1, abaixo da raiz da média dos quadrados do campo médio por um fator %2; 90 % têm ‖δ₁‖ entre %3 e %4.</translation>
    </message>
    <message>
        <source>This one lies %1 of the way from the median down to the edge of that band.</source>
        <translation>Esta fica a %1 do caminho da mediana até a borda inferior dessa faixa.</translation>
    </message>
    <message>
        <source>This one lies %1 of the way from the median up to the edge of that band.</source>
        <translation>Esta fica a %1 do caminho da mediana até a borda superior dessa faixa.</translation>
    </message>
    <message>
        <source>The law is that of one input, drawn for the first example.</source>
        <translation>A lei é a de uma só entrada; está desenhada para o primeiro exemplo.</translation>
    </message>
    <message>
        <source>A share of %1 of such networks has a layer whose neurons are all silent; the law describes the others.</source>
        <translation>Uma fração de %1 dessas redes tem uma camada cujos neurônios estão todos em silêncio; a lei descreve as outras.</translation>
    </message>
    <message>
        <source>With one output the law of finite width is exact; with %1 it takes their errors as independent of the weights before them.</source>
        <translation>Com uma saída a lei da largura finita é exata; com %1 ela toma os erros delas como independentes dos pesos que as precedem.</translation>
    </message>
    <message>
        <source>finite width: median</source>
        <translation>largura finita: mediana</translation>
    </message>
    <message>
        <source>Law of finite width</source>
        <translation>Lei da largura finita</translation>
    </message>
    <message>
        <source>The exact law of finite width holds for independent normal weights; this rule gives others.</source>
        <translation>A lei exata da largura finita trata de pesos normais independentes; esta regra dá outros.</translation>
    </message>
    <message>
        <source>The exact law of finite width holds for networks without biases.</source>
        <translation>A lei exata da largura finita trata de redes sem vieses.</translation>
    </message>
    <message>
        <source>The exact law of finite width holds for layers of weights and activation alone, without normalization or residual connection.</source>
        <translation>A lei exata da largura finita trata de camadas só com pesos e ativação, sem normalização nem conexão residual.</translation>
    </message>
    <message>
        <source>The exact law of finite width holds for activations of two straight lines, as ReLU, leaky ReLU and identity.</source>
        <translation>A lei exata da largura finita trata de ativações feitas de duas retas, como ReLU, leaky ReLU e identidade.</translation>
    </message>
    <message>
        <source>The exact law of finite width holds for one output, or several with an activation of two straight lines.</source>
        <translation>A lei exata da largura finita trata de uma saída, ou de várias com uma ativação feita de duas retas.</translation>
    </message>
    <message>
        <source>The exact law of finite width holds for inputs that are not all 0.</source>
        <translation>A lei exata da largura finita trata de entradas que não são todas 0.</translation>
    </message>
    <message>
        <source>deltascope-cli merge parts/*.json --out map.json
The map has the same bytes as one that was computed in a single run. Missing parts are printed
as Slurm’s --array= takes them, and the exit code is 5. The order of the parts does not matter.</source>
        <translation>deltascope-cli merge partes/*.json --out mapa.json
O mapa tem os mesmos bytes que um calculado de uma só vez. As partes que faltam são escritas
como o --array= do Slurm as aceita, e o código de saída é 5. A ordem das partes não importa.</translation>
    </message>
    <message>
        <source>schema must be %1.</source>
        <translation>schema deve ser %1.</translation>
    </message>
    <message>
        <source>Factor at the fixed point ½ of a → σ(100a − 50), which repels</source>
        <translation>Fator no ponto fixo ½ de a → σ(100a − 50), que repele</translation>
    </message>
    <message>
        <source>log₁₀ of the fixed point near 0 there, which attracts</source>
        <translation>log₁₀ do ponto fixo perto de 0 ali, que atrai</translation>
    </message>
    <message>
        <source>Factor at the fixed point ½ of a → σ(1.5 − 3a): no 2-cycle</source>
        <translation>Fator no ponto fixo ½ de a → σ(1,5 − 3a): sem ciclo de período 2</translation>
    </message>
    <message>
        <source>log₁₀ of the lower point of the 2-cycle of a → σ(50 − 100a)</source>
        <translation>log₁₀ do ponto inferior do ciclo de período 2 de a → σ(50 − 100a)</translation>
    </message>
    <message>
        <source>aˡ over aˡ⁻¹</source>
        <translation>aˡ em função de aˡ⁻¹</translation>
    </message>
    <message>
        <source>attracts</source>
        <translation>atrai</translation>
    </message>
    <message>
        <source>repels</source>
        <translation>repele</translation>
    </message>
    <message>
        <source>The 2-cycle %1 ↔ %2 attracts: its two factors multiply to %3.</source>
        <translation>O ciclo de período 2, %1 ↔ %2, atrai: o produto dos seus dois fatores é %3.</translation>
    </message>
    <message>
        <source>The 2-cycle %1 ↔ %2 repels: its two factors multiply to %3.</source>
        <translation>O ciclo de período 2, %1 ↔ %2, repele: o produto dos seus dois fatores é %3.</translation>
    </message>
    <message>
        <source>The fixed point a = %1 attracts: the factor there is %2.</source>
        <translation>O ponto fixo a = %1 atrai: o fator ali é %2.</translation>
    </message>
    <message>
        <source>The fixed point a = %1 repels: the factor there is %2.</source>
        <translation>O ponto fixo a = %1 repele: o fator ali é %2.</translation>
    </message>
    <message>
        <source>No fixed point or 2-cycle attracts here.</source>
        <translation>Aqui nenhum ponto fixo nem ciclo de período 2 atrai.</translation>
    </message>
    <message>
        <source>The chain as a map</source>
        <translation>A cadeia como um mapa</translation>
    </message>
    <message>
        <source>activation aˡ⁻¹</source>
        <translation>ativação aˡ⁻¹</translation>
    </message>
    <message>
        <source>next activation aˡ</source>
        <translation>ativação seguinte aˡ</translation>
    </message>
    <message>
        <source>The layers of this chain are not one and the same map: each has a weight, a bias or an activation of its own, or something is added or normalized.</source>
        <translation>As camadas desta cadeia não são um só mapa: cada uma tem seu próprio peso, viés ou ativação, ou algo é somado ou normalizado.</translation>
    </message>
    <message>
        <source>aˡ = aˡ⁻¹</source>
        <translation>aˡ = aˡ⁻¹</translation>
    </message>
    <message>
        <source>The first %1 steps of the walk are drawn.</source>
        <translation>Estão desenhados os primeiros %1 passos da caminhada.</translation>
    </message>
    <message>
        <source>Cobweb</source>
        <translation>Teia de aranha</translation>
    </message>
    <message>
        <source>a%1 = %2 lies beyond what is drawn.</source>
        <translation>a%1 = %2 fica fora do que está desenhado.</translation>
    </message>
    <message>
        <source>The figure “%1” needs a map: a document with one in it, or --map with a file that “map --out FILE.json” has written.</source>
        <translation>A figura “%1” precisa de um mapa: um documento que tenha um, ou --map com um arquivo gravado por “map --out ARQUIVO.json”.</translation>
    </message>
    <message>
        <source>map needs --of MEASURE and one or two of --over KEY=FROM:TO, like --of product --over weight=0:10, or a document with a map in it.</source>
        <translation>map precisa de --of MEDIDA e de um ou dois --over CHAVE=DE:ATÉ, como --of product --over weight=0:10, ou de um documento que tenha um mapa.</translation>
    </message>
    <message>
        <source>What the map shows: a measure, against one or two parameters, with a number of seeds in each cell. Drag in the map to move the parameters, turn the wheel for another range; “Map this” in the menu of a parameter or of a figure starts from it.</source>
        <translation>O que o mapa mostra: uma medida, em função de um ou dois parâmetros, com certo número de sementes em cada célula. Arraste no mapa para mover os parâmetros, gire a roda do mouse para ver outro intervalo; “Mapear isto”, no menu de um parâmetro ou de uma figura, começa por ele.</translation>
    </message>
    <message>
        <source>The map is being computed.</source>
        <translation>O mapa está sendo calculado.</translation>
    </message>
    <message>
        <source>No map has been requested: choose a measure, and one or two parameters.</source>
        <translation>Nenhum mapa foi pedido: escolha uma medida e um ou dois parâmetros.</translation>
    </message>
    <message>
        <source>The map is of the network as initialized, before the training.</source>
        <translation>O mapa é da rede como foi inicializada, antes do treinamento.</translation>
    </message>
    <message>
        <source>A measure over one or two parameters: a curve with its band over the seeds, or a colour map whose contours have their values beside them. Ratios and products are white where they are 1, in balance; what has no value is hatched. The cross is this scenario: drag it, and it goes where you point.</source>
        <translation>Uma medida sobre um ou dois parâmetros: uma curva com a faixa das sementes, ou um mapa de cores cujas curvas de nível trazem os valores. Razões e produtos são brancos onde valem 1, em equilíbrio; o que não tem valor é hachurado. A cruz é este cenário: arraste-a, e ela vai para onde você apontar.</translation>
    </message>
    <message>
        <source>this training’s way</source>
        <translation>caminho deste treinamento</translation>
    </message>
    <message>
        <source>Pinned scenarios that differ in more than the parameters of this map are not on it: %1.</source>
        <translation>Cenários fixados que diferem em mais do que os parâmetros deste mapa não aparecem nele: %1.</translation>
    </message>
    <message>
        <source>A measure over one or two parameters, with seeds: what is measured, and where it is measured.</source>
        <translation>Uma medida sobre um ou dois parâmetros, com sementes: o que se mede e onde se mede.</translation>
    </message>
    <message>
        <source>an object {…} is needed, of measure, x and, of two parameters, y; or null.</source>
        <translation>é preciso um objeto {…}, com measure, x e, se forem dois parâmetros, y; ou null.</translation>
    </message>
    <message>
        <source>Neighbouring cells differ by decades: a ridge that is narrower than a cell looks like islands; more values or a smaller range show it whole.</source>
        <translation>Células vizinhas diferem por décadas: uma crista mais estreita que uma célula parece um grupo de ilhas; mais valores ou um intervalo menor a mostram inteira.</translation>
    </message>
    <message>
        <source>∞ layers</source>
        <translation>∞ camadas</translation>
    </message>
    <message>
        <source>depth scale of q, ξq</source>
        <translation>escala de profundidade de q, ξq</translation>
    </message>
    <message>
        <source>depth scale of two inputs, ξc</source>
        <translation>escala de profundidade de duas entradas, ξc</translation>
    </message>
    <message>
        <source>correlation where they settle, c*</source>
        <translation>correlação em que se estabilizam, c*</translation>
    </message>
    <message>
        <source>(%1 more)</source>
        <translation>(mais %1)</translation>
    </message>
    <message>
        <source>Linear teacher</source>
        <translation>Professor linear</translation>
    </message>
    <message>
        <source>White inputs, one axis after the other and back, and targets that are each input divided by its number: a linear network learns one mode after another (Saxe et al. 2014). Take twice as many examples as inputs.</source>
        <translation>Entradas brancas, um eixo depois do outro, ida e volta, e alvos que são cada entrada dividida pelo seu número: uma rede linear aprende um modo depois do outro (Saxe et al. 2014). Use o dobro de exemplos em relação às entradas.</translation>
    </message>
    <message>
        <source>All layers learn about equally fast only if all the products come out about equal. By chance: of %1 chains of %2 layers with every w and b drawn from N(0, 1), %3 % stay within a factor of 2 and %4 % within a factor of 10.</source>
        <translation>Todas as camadas só aprendem em velocidade parecida se todos os produtos resultam quase iguais. Por acaso: de %1 cadeias de %2 camadas com cada w e b sorteado de N(0, 1), %3 % ficam dentro de um fator de 2 e %4 % dentro de um fator de 10.</translation>
    </message>
    <message>
        <source>q has no fixed point between 0 and ∞ here, so there is no map of correlations.</source>
        <translation>Aqui q não tem ponto fixo entre 0 e ∞, portanto não há mapa de correlações.</translation>
    </message>
    <message>
        <source>Every correlation stays as it is: the map is the diagonal.</source>
        <translation>Toda correlação permanece como é: o mapa é a diagonal.</translation>
    </message>
    <message>
        <source>At the edge of chaos: the slope at c = 1 is 1, and inputs become alike more slowly than by any factor per layer, so that much of them reaches deep layers.</source>
        <translation>Na fronteira do caos: a inclinação em c = 1 é 1, e as entradas se tornam iguais mais devagar do que por qualquer fator por camada, de modo que muito delas chega a camadas profundas.</translation>
    </message>
    <message>
        <source>Ordered: the slope at c = 1 is χ₁ = %1, so all inputs become alike, and what tells them apart shrinks by a factor of e over ξc = %2 layers.</source>
        <translation>Ordenada: a inclinação em c = 1 é χ₁ = %1, então todas as entradas se tornam iguais, e o que as distingue encolhe por um fator e ao longo de ξc = %2 camadas.</translation>
    </message>
    <message>
        <source>Chaotic: the slope at c = 1 is χ₁ = %1, so nearly equal inputs separate, and all pairs end at c* = %2, over ξc = %3 layers.</source>
        <translation>Caótica: a inclinação em c = 1 é χ₁ = %1, então entradas quase iguais se separam, e todos os pares terminam em c* = %2, ao longo de ξc = %3 camadas.</translation>
    </message>
    <message>
        <source>mean field: cˡ over cˡ⁻¹</source>
        <translation>campo médio: cˡ sobre cˡ⁻¹</translation>
    </message>
    <message>
        <source>correlation cˡ⁻¹ of two inputs</source>
        <translation>correlação cˡ⁻¹ de duas entradas</translation>
    </message>
    <message>
        <source>the next one, cˡ</source>
        <translation>a seguinte, cˡ</translation>
    </message>
    <message>
        <source>walk of these two</source>
        <translation>caminho destas duas</translation>
    </message>
    <message>
        <source>this network</source>
        <translation>esta rede</translation>
    </message>
    <message>
        <source>cˡ = cˡ⁻¹</source>
        <translation>cˡ = cˡ⁻¹</translation>
    </message>
    <message>
        <source>correlation cˡ</source>
        <translation>correlação cˡ</translation>
    </message>
    <message>
        <source>mean field</source>
        <translation>campo médio</translation>
    </message>
    <message>
        <source>There are no two different inputs here: two examples of random data have a walk.</source>
        <translation>Aqui não há duas entradas diferentes: dois exemplos de dados aleatórios têm um caminho.</translation>
    </message>
    <message>
        <source>Of the first two examples: in layer %1 mean field has c = %2 (infinitely wide layers), this network %3.</source>
        <translation>Dos dois primeiros exemplos: na camada %1 o campo médio tem c = %2 (camadas infinitamente largas), esta rede %3.</translation>
    </message>
    <message>
        <source>The first %1 of %2 hidden layers are followed.</source>
        <translation>São seguidas as primeiras %1 de %2 camadas ocultas.</translation>
    </message>
    <message>
        <source>Two inputs, layer by layer</source>
        <translation>Duas entradas, camada por camada</translation>
    </message>
    <message>
        <source>From one layer to the next</source>
        <translation>De uma camada à seguinte</translation>
    </message>
    <message>
        <source>In every layer</source>
        <translation>Em cada camada</translation>
    </message>
    <message>
        <source>These maps describe the network as initialized: go back to step 0.</source>
        <translation>Estes mapas descrevem a rede como foi inicializada: volte ao passo 0.</translation>
    </message>
    <message>
        <source>Correlation map</source>
        <translation>Mapa de correlação</translation>
    </message>
    <message>
        <source>How alike two inputs are, c = z₁·z₂/(‖z₁‖‖z₂‖), from layer to layer in wide random networks (Poole et al. 2016; Schoenholz et al. 2017). The slope at c = 1 is χ₁, the factor of ‖δ‖² on its way back: below 1 all inputs become alike and gradients vanish, above 1 all separate and gradients explode. Points: the first two examples in this network.</source>
        <translation>Quão parecidas são duas entradas, c = z₁·z₂/(‖z₁‖‖z₂‖), de camada em camada em redes aleatórias largas (Poole et al. 2016; Schoenholz et al. 2017). A inclinação em c = 1 é χ₁, o fator de ‖δ‖² no caminho de volta: abaixo de 1 todas as entradas se tornam iguais e os gradientes se dissipam, acima de 1 todas se separam e os gradientes explodem. Pontos: os dois primeiros exemplos nesta rede.</translation>
    </message>
    <message>
        <source>largest σ of wide layers</source>
        <translation>maior σ de camadas largas</translation>
    </message>
    <message>
        <source>A product of orthogonal layers is one: every σ is %1, exactly, whatever the width (Saxe et al. 2013).</source>
        <translation>Um produto de camadas ortogonais também o é: todo σ é %1, exatamente, qualquer que seja a largura (Saxe et al. 2013).</translation>
    </message>
    <message>
        <source>In infinitely wide layers the largest σ of all %1 is %2 (Pennington et al. 2017); here, %3 wide, it is %4.</source>
        <translation>Em camadas infinitamente largas o maior σ de todas as %1 é %2 (Pennington et al. 2017); aqui, com largura %3, é %4.</translation>
    </message>
    <message>
        <source>“%1” is not the end of the story: in wide layers and large batches ‖δ‖ grows by %2 per layer towards the input, without end (Yang et al. 2019); here, by %3.</source>
        <translation>“%1” não encerra a história: em camadas largas e lotes grandes ‖δ‖ cresce %2 vezes por camada rumo à entrada, sem fim (Yang et al. 2019); aqui, %3 vezes.</translation>
    </message>
    <message>
        <source>The mode of strength %1 is half learnt after %2 steps, that of strength %3 after %4: the stronger, the sooner, and each in a step of its own.</source>
        <translation>O modo de força %1 está meio aprendido após %2 passos, o de força %3 após %4: quanto mais forte, mais cedo, e cada um em um degrau próprio.</translation>
    </message>
    <message>
        <source>The mode of strength %1 is half learnt after %2 steps.</source>
        <translation>O modo de força %1 está meio aprendido após %2 passos.</translation>
    </message>
    <message>
        <source>The strongest mode has strength %1; it starts at %2.</source>
        <translation>O modo mais forte tem força %1; ele começa em %2.</translation>
    </message>
    <message>
        <source>The closed form is exact here for small steps; the training lies within %1 of it, in units of the mode’s strength.</source>
        <translation>A forma fechada é exata aqui para passos pequenos; o treinamento fica a no máximo %1 dela, em unidades da força do modo.</translation>
    </message>
    <message>
        <source>The closed form is exact where each mode starts by itself and alike in all layers; these do not, and the training lies within %1 of it, in units of the mode’s strength.</source>
        <translation>A forma fechada é exata onde os modos começam cada um por si e iguais em todas as camadas; estes não, e o treinamento fica a no máximo %1 dela, em unidades da força do modo.</translation>
    </message>
    <message>
        <source>%1 of the modes start at 0 or with the other sign, where the closed form has nothing to say.</source>
        <translation>%1 dos modos começam em 0 ou com o outro sinal, onde a forma fechada nada tem a dizer.</translation>
    </message>
    <message>
        <source>The weakest %1 modes are not drawn.</source>
        <translation>Os %1 modos mais fracos não são desenhados.</translation>
    </message>
    <message>
        <source>Learning times of a linear network</source>
        <translation>Tempos de aprendizado de uma rede linear</translation>
    </message>
    <message>
        <source>mode of strength %1</source>
        <translation>modo de força %1</translation>
    </message>
    <message>
        <source>closed form</source>
        <translation>forma fechada</translation>
    </message>
    <message>
        <source>The inputs are not white here: the closed form requires every input component alike and independent, and means of 0, as the data “Linear teacher” with 2n examples have them.</source>
        <translation>As entradas aqui não são brancas: a forma fechada pede todas as componentes da entrada iguais e independentes, e médias 0, como têm os dados “Professor linear” com 2n exemplos.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>passo</translation>
    </message>
    <message>
        <source>strength of the mode in the network</source>
        <translation>força do modo na rede</translation>
    </message>
    <message>
        <source>Learning times</source>
        <translation>Tempos de aprendizado</translation>
    </message>
    <message>
        <source>A deep linear network learns the modes of its linear teacher one after another, each in a sudden step: du/dt = L u^(2−2/L)(s − u), time in units of 1/η (Saxe, McClelland &amp; Ganguli 2014). Solid: the training; dashed: the closed form. The time until a mode is learnt goes as the inverse of its strength, and the smaller the initial weights and the deeper the network, the longer the plateau before it.</source>
        <translation>Uma rede linear profunda aprende os modos do seu professor linear um depois do outro, cada um em um degrau: du/dt = L u^(2−2/L)(s − u), com o tempo em unidades de 1/η (Saxe, McClelland &amp; Ganguli 2014). Contínua: o treinamento; tracejada: a forma fechada. O tempo até um modo ser aprendido vai com o inverso da sua força, e quanto menores os pesos iniciais e mais profunda a rede, mais longo o platô que o antecede.</translation>
    </message>
    <message>
        <source>Every q is a fixed point: the map is the diagonal, and q stays as it is.</source>
        <translation>Todo q é ponto fixo: o mapa é a diagonal, e q permanece como é.</translation>
    </message>
    <message>
        <source>q goes to 0: in wide layers nothing is left of an input.</source>
        <translation>q vai a 0: em camadas largas nada resta de uma entrada.</translation>
    </message>
    <message>
        <source>q leaves the range of numbers that are followed.</source>
        <translation>q deixa a faixa dos números que são seguidos.</translation>
    </message>
    <message>
        <source>q settles at q* = %1, more slowly than by any factor per layer: the slope is 1.</source>
        <translation>q se estabiliza em q* = %1, mais devagar do que por qualquer fator por camada: a inclinação é 1.</translation>
    </message>
    <message>
        <source>q settles at q* = %1, where the slope of the map is %2: what is missing shrinks by a factor of e over ξq = %3 layers.</source>
        <translation>q se estabiliza em q* = %1, onde a inclinação do mapa é %2: o que falta encolhe por um fator e ao longo de ξq = %3 camadas.</translation>
    </message>
    <message>
        <source>mean field: qˡ over qˡ⁻¹</source>
        <translation>campo médio: qˡ sobre qˡ⁻¹</translation>
    </message>
    <message>
        <source>walk of the first example</source>
        <translation>caminho do primeiro exemplo</translation>
    </message>
    <message>
        <source>qˡ = qˡ⁻¹</source>
        <translation>qˡ = qˡ⁻¹</translation>
    </message>
    <message>
        <source>%1 measured steps lie beyond what is drawn.</source>
        <translation>%1 passos medidos ficam além do que é desenhado.</translation>
    </message>
    <message>
        <source>The length of an input, layer by layer</source>
        <translation>O comprimento de uma entrada, camada por camada</translation>
    </message>
    <message>
        <source>mean square qˡ⁻¹ of z</source>
        <translation>média dos quadrados qˡ⁻¹ de z</translation>
    </message>
    <message>
        <source>the next one, qˡ</source>
        <translation>a seguinte, qˡ</translation>
    </message>
    <message>
        <source>Length map</source>
        <translation>Mapa de comprimento</translation>
    </message>
    <message>
        <source>What a wide random layer makes of the mean square q of the weighted inputs z: qˡ = σw²∫Dx f(√qˡ⁻¹ x)² + σb² (Poole et al. 2016). Where the curve crosses the diagonal q stays; the flatter it is there, the sooner q settles. Points: the first example in this network.</source>
        <translation>O que uma camada aleatória larga faz da média dos quadrados q das entradas ponderadas z: qˡ = σw²∫Dx f(√qˡ⁻¹ x)² + σb² (Poole et al. 2016). Onde a curva cruza a diagonal q permanece; quanto mais plana ela é ali, mais cedo q se estabiliza. Pontos: o primeiro exemplo nesta rede.</translation>
    </message>
    <message>
        <source>λmax is %1 at step %2 and %3 at step %4. This optimizer scales each step by itself, and has no limit of its own.</source>
        <translation>λmax é %1 no passo %2 e %3 no passo %4. Este otimizador escala cada passo por si e não tem um limite próprio.</translation>
    </message>
    <message>
        <source>The training diverged at step %1; where λmax was computed it was below its limit, at most %2.</source>
        <translation>O treinamento divergiu no passo %1; onde λmax foi calculado ele estava abaixo do limite, no máximo %2.</translation>
    </message>
    <message>
        <source>λmax is at most %1, at step %2, below the limit of %3: no direction is so steep that the steps along it grow.</source>
        <translation>λmax é no máximo %1, no passo %2, abaixo do limite de %3: nenhuma direção é tão íngreme que os passos ao longo dela cresçam.</translation>
    </message>
    <message>
        <source>At step %1 λmax = %2 is above its limit of %3: along the steepest direction every step overshoots by more than the last. At step %4 the training diverged.</source>
        <translation>No passo %1 λmax = %2 está acima do limite de %3: ao longo da direção mais íngreme cada passo ultrapassa o alvo mais que o último. No passo %4 o treinamento divergiu.</translation>
    </message>
    <message>
        <source>At step %1 λmax = %2 is above its limit of %3: along the steepest direction steps overshoot and grow, until they come to where the cost is flatter; at step %4 λmax is %5.</source>
        <translation>No passo %1 λmax = %2 está acima do limite de %3: ao longo da direção mais íngreme os passos ultrapassam o alvo e crescem, até chegarem aonde o custo é mais plano; no passo %4 λmax é %5.</translation>
    </message>
    <message>
        <source>largest curvature λmax</source>
        <translation>maior curvatura λmax</translation>
    </message>
    <message>
        <source>limit: 2/η of gradient descent</source>
        <translation>limite: 2/η da descida do gradiente</translation>
    </message>
    <message>
        <source>curvature of the cost</source>
        <translation>curvatura do custo</translation>
    </message>
    <message>
        <source>At %1 of the steps no direction has a curvature above 0: they are not drawn.</source>
        <translation>Em %1 dos passos nenhuma direção tem curvatura acima de 0: eles não são desenhados.</translation>
    </message>
    <message>
        <source>The curvature is computed exactly, at %1 steps; the most negative is %2.</source>
        <translation>A curvatura é calculada exatamente, em %1 passos; a mais negativa é %2.</translation>
    </message>
    <message>
        <source>The limit is that of steps over all examples; mini-batches add noise of their own, and grow sooner.</source>
        <translation>O limite é o de passos sobre todos os exemplos; os minilotes acrescentam um ruído próprio e crescem antes.</translation>
    </message>
    <message>
        <source>More steps are being computed.</source>
        <translation>Mais passos estão sendo calculados.</translation>
    </message>
    <message>
        <source>Curvature while it learns</source>
        <translation>Curvatura durante o aprendizado</translation>
    </message>
    <message>
        <source>A number left the range of doubles before there was a curvature.</source>
        <translation>Um número deixou a faixa dos doubles antes que houvesse uma curvatura.</translation>
    </message>
    <message>
        <source>Curvature</source>
        <translation>Curvatura</translation>
    </message>
    <message>
        <source>How sharply the cost bends in its steepest direction, λmax, the largest eigenvalue of the Hessian, while the network learns. Gradient descent with learning rate η comes closer along a direction where the curvature is below 2/η, and runs away where it is above (LeCun, Simard &amp; Pearlmutter 1993): why a training diverges.</source>
        <translation>Quão fortemente o custo se curva na sua direção mais íngreme, λmax, o maior autovalor da hessiana, enquanto a rede aprende. A descida do gradiente com taxa de aprendizado η se aproxima ao longo de uma direção em que a curvatura está abaixo de 2/η, e foge onde está acima (LeCun, Simard &amp; Pearlmutter 1993): por que um treinamento diverge.</translation>
    </message>
    <message>
        <source>The gradient along this line is exactly 0: no input changes the output.</source>
        <translation>O gradiente ao longo desta reta é exatamente 0: nenhuma entrada muda a saída.</translation>
    </message>
    <message>
        <source>The gradient is the same all along this line: the network is a straight line there.</source>
        <translation>O gradiente é o mesmo ao longo de toda esta reta: ali a rede é uma linha reta.</translation>
    </message>
    <message>
        <source>The gradient, %1 in size, is half forgotten %2 further on: neighbours at a distance of %3 correlate by %4.</source>
        <translation>O gradiente, de tamanho %1, está meio esquecido %2 adiante: vizinhos à distância de %3 têm correlação %4.</translation>
    </message>
    <message>
        <source>The gradient, %1 in size, changes slowly: neighbours at a distance of %2 correlate by %3, and half a line further on it is still more than half the same.</source>
        <translation>O gradiente, de tamanho %1, muda devagar: vizinhos à distância de %2 têm correlação %3, e meia reta adiante ele ainda é mais que metade o mesmo.</translation>
    </message>
    <message>
        <source>Gradient of the output along a line of inputs</source>
        <translation>Gradiente da saída ao longo de uma reta de entradas</translation>
    </message>
    <message>
        <source>gradient, rms = 1</source>
        <translation>gradiente, rms = 1</translation>
    </message>
    <message>
        <source>t, in inputs t·x₁</source>
        <translation>t, nas entradas t·x₁</translation>
    </message>
    <message>
        <source>∂a₁ᴸ/∂t over its rms</source>
        <translation>∂a₁ᴸ/∂t sobre seu rms</translation>
    </message>
    <message>
        <source>How similar it stays to itself</source>
        <translation>Quanto ele se parece consigo mesmo</translation>
    </message>
    <message>
        <source>white noise, 95 %</source>
        <translation>ruído branco, 95 %</translation>
    </message>
    <message>
        <source>autocorrelation</source>
        <translation>autocorrelação</translation>
    </message>
    <message>
        <source>distance in t</source>
        <translation>distância em t</translation>
    </message>
    <message>
        <source>Shattered gradients</source>
        <translation>Gradientes estilhaçados</translation>
    </message>
    <message>
        <source>The line goes through 0 and the first example x₁, at t = 1.</source>
        <translation>A reta passa por 0 e pelo primeiro exemplo x₁, em t = 1.</translation>
    </message>
    <message>
        <source>The line goes through 0 in the direction in which all inputs are equal.</source>
        <translation>A reta passa por 0 na direção em que todas as entradas são iguais.</translation>
    </message>
    <message>
        <source>The points of the line are one batch for the normalization, and the gradient is that of the sum of their outputs.</source>
        <translation>Os pontos da reta são um só lote para a normalização, e o gradiente é o da soma das suas saídas.</translation>
    </message>
    <message>
        <source>The derivative of the output along a line of 256 inputs, and how similar it still is a little further on. With depth the gradients of neighbouring inputs have less and less to do with each other, like white noise, though their size stays; residual connections with batch normalization keep them alike (Balduzzi et al. 2017).</source>
        <translation>A derivada da saída ao longo de uma reta de 256 entradas, e quanto ela se parece consigo mesma um pouco adiante. Com a profundidade os gradientes de entradas vizinhas têm cada vez menos a ver um com o outro, como ruído branco, embora seu tamanho permaneça; conexões residuais com normalização por lote os mantêm parecidos (Balduzzi et al. 2017).</translation>
    </message>
    <message>
        <source>A typical network of this width and of depth %1 has a ratio of %2 (the median of the law of finite width, Hanin &amp; Nica 2018).</source>
        <translation>Uma rede típica desta largura e de profundidade %1 tem uma razão de %2 (a mediana da lei da largura finita, Hanin &amp; Nica 2018).</translation>
    </message>
    <message>
        <source>How fast the first layer learns relative to the last, ‖δ¹‖/‖δᴸ‖, when the same network is built with 1, 2, … L layers. A straight line on this logarithmic scale is a ratio that falls or grows exponentially with depth; mean field theory predicts its slope, ½ log χ₁, once q has settled. Where the law of finite width is exact, its median is what a typical network has.</source>
        <translation>Quão rápido a primeira camada aprende em relação à última, ‖δ¹‖/‖δᴸ‖, quando a mesma rede é construída com 1, 2, … L camadas. Uma linha reta nesta escala logarítmica é uma razão que cai ou cresce exponencialmente com a profundidade; a teoria do campo médio prevê sua inclinação, ½ log χ₁, depois que q se estabiliza. Onde a lei da largura finita é exata, sua mediana é o que tem uma rede típica.</translation>
    </message>
    <message>
        <source>Chance can balance a network only if it has two layers or more and random initial weights or inputs.</source>
        <translation>O acaso só pode equilibrar uma rede que tenha duas camadas ou mais e pesos iniciais ou entradas aleatórios.</translation>
    </message>
    <message>
        <source>share of the seeds whose layers all learn within a factor of 2</source>
        <translation>fração das sementes cujas camadas aprendem todas dentro de um fator de 2</translation>
    </message>
    <message>
        <source>root mean square of ‖δ¹‖ over its median, by the law of finite width</source>
        <translation>raiz da média dos quadrados de ‖δ¹‖ sobre a sua mediana, pela lei da largura finita</translation>
    </message>
    <message>
        <source>depth scale ξc of two inputs, in layers</source>
        <translation>escala de profundidade ξc de duas entradas, em camadas</translation>
    </message>
    <message>
        <source>Scaled identity</source>
        <translation>Identidade escalada</translation>
    </message>
    <message>
        <source>Every neuron passes on its own input, times w: nothing is mixed, so the modes of a linear network learn each by itself (Saxe et al. 2014; Le, Jaitly &amp; Hinton 2015).</source>
        <translation>Cada neurônio passa adiante a própria entrada, vezes w: nada se mistura, então os modos de uma rede linear aprendem cada um por si (Saxe et al. 2014; Le, Jaitly &amp; Hinton 2015).</translation>
    </message>
    <message>
        <source>Set to critical</source>
        <translation>Levar ao ponto crítico</translation>
    </message>
    <message>
        <source>Where wide layers neither shrink nor grow a gradient: the gain at which χ₁ = 1, and the standard deviation of the biases too where the initialization has one</source>
        <translation>Onde camadas largas não encolhem nem aumentam o gradiente: o ganho em que χ₁ = 1 e também o desvio padrão dos vieses, onde a inicialização tem um</translation>
    </message>
    <message>
        <source>Chains drawn at random</source>
        <translation>Cadeias sorteadas ao acaso</translation>
    </message>
    <message>
        <source>Curvature of the cost</source>
        <translation>Curvatura do custo</translation>
    </message>
    <message>
        <source>Gradient along a line</source>
        <translation>Gradiente ao longo de uma reta</translation>
    </message>
    <message>
        <source>Maps of two inputs</source>
        <translation>Mapas de duas entradas</translation>
    </message>
    <message>
        <source>Modes of the linear network</source>
        <translation>Modos da rede linear</translation>
    </message>
    <message>
        <source>Two inputs</source>
        <translation>Duas entradas</translation>
    </message>
    <message>
        <source>The closed form holds for linear networks: every activation the identity, without normalization or residual connection.</source>
        <translation>A forma fechada trata de redes lineares: toda ativação é a identidade, sem normalização nem conexão residual.</translation>
    </message>
    <message>
        <source>The closed form holds for the quadratic cost.</source>
        <translation>A forma fechada trata do custo quadrático.</translation>
    </message>
    <message>
        <source>The closed form holds for gradient descent over all examples, without momentum, weight decay or clipping.</source>
        <translation>A forma fechada trata da descida do gradiente sobre todos os exemplos, sem momentum, decaimento dos pesos nem corte.</translation>
    </message>
    <message>
        <source>The curvature is computed for layers of weights, biases, activation and residual connections; here there is more in a layer.</source>
        <translation>A curvatura é calculada para camadas de pesos, vieses, ativação e conexões residuais; aqui há mais em uma camada.</translation>
    </message>
    <message>
        <source>Only a random initialization has a critical point; this one is not random.</source>
        <translation>Só uma inicialização aleatória tem ponto crítico; esta não é aleatória.</translation>
    </message>
    <message>
        <source>There is no critical point here: at no gain up to %1 does χ₁ pass through 1.</source>
        <translation>Aqui não há ponto crítico: em nenhum ganho até %1 χ₁ passa por 1.</translation>
    </message>
    <message>
        <source>Balduzzi et al.: shattered gradients</source>
        <translation>Balduzzi et al.: gradientes estilhaçados</translation>
    </message>
    <message>
        <source>24 layers of ReLU with batch normalization: the gradients of neighbouring inputs have nothing to do with each other, like white noise. Pinned: two layers, whose gradient changes slowly, and 24 with residual connections, which keep neighbours alike.</source>
        <translation>24 camadas de ReLU com normalização por lote: os gradientes de entradas vizinhas nada têm a ver um com o outro, como ruído branco. Fixadas: duas camadas, cujo gradiente muda devagar, e 24 com conexões residuais, que mantêm os vizinhos parecidos.</translation>
    </message>
    <message>
        <source>D. Balduzzi et al., The shattered gradients problem: if resnets are the answer, then what is the question? (2017)</source>
        <translation>D. Balduzzi et al., The shattered gradients problem: if resnets are the answer, then what is the question? (2017)</translation>
    </message>
    <message>
        <source>two layers</source>
        <translation>duas camadas</translation>
    </message>
    <message>
        <source>residual, batch norm</source>
        <translation>residual, normalização por lote</translation>
    </message>
    <message>
        <source>Hanin &amp; Nica: typical is not average</source>
        <translation>Hanin &amp; Nica: típico não é médio</translation>
    </message>
    <message>
        <source>B. Hanin and M. Nica, Products of many large random matrices and gradients in deep neural networks (2018)</source>
        <translation>B. Hanin e M. Nica, Products of many large random matrices and gradients in deep neural networks (2018)</translation>
    </message>
    <message>
        <source>Pennington et al.: dynamical isometry</source>
        <translation>Pennington et al.: isometria dinâmica</translation>
    </message>
    <message>
        <source>Ten linear layers of independent normal weights: the singular values of their product reach from 5.3 (infinitely wide layers) down to almost nothing. Pinned: orthogonal layers, whose product keeps every length, so that all σ are 1.</source>
        <translation>Dez camadas lineares de pesos normais independentes: os valores singulares do seu produto vão de 5,3 (camadas infinitamente largas) até quase nada. Fixadas: camadas ortogonais, cujo produto conserva todo comprimento, de modo que todos os σ são 1.</translation>
    </message>
    <message>
        <source>J. Pennington, S. Schoenholz and S. Ganguli, Resurrecting the sigmoid in deep learning through dynamical isometry (2017)</source>
        <translation>J. Pennington, S. Schoenholz e S. Ganguli, Resurrecting the sigmoid in deep learning through dynamical isometry (2017)</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>ortogonal</translation>
    </message>
    <message>
        <source>Poole et al.: order and chaos</source>
        <translation>Poole et al.: ordem e caos</translation>
    </message>
    <message>
        <source>tanh, σw = 2.5, σb = 0.3: q settles at 4.08 within a few layers, and the slope of the correlation map at c = 1 is χ₁ = 1.59, so that nearly equal inputs separate and end at c* = 0.12. Lower the gain to 1, and all inputs become alike.</source>
        <translation>tanh, σw = 2,5, σb = 0,3: q se estabiliza em 4,08 em poucas camadas, e a inclinação do mapa de correlação em c = 1 é χ₁ = 1,59, de modo que entradas quase iguais se separam e terminam em c* = 0,12. Baixe o ganho a 1, e todas as entradas se tornam iguais.</translation>
    </message>
    <message>
        <source>B. Poole et al., Exponential expressivity in deep neural networks through transient chaos (2016)</source>
        <translation>B. Poole et al., Exponential expressivity in deep neural networks through transient chaos (2016)</translation>
    </message>
    <message>
        <source>Saxe et al.: learning times of a linear network</source>
        <translation>Saxe et al.: tempos de aprendizado de uma rede linear</translation>
    </message>
    <message>
        <source>Three linear layers learn a linear teacher with modes of strength 1, ½, ⅓, ¼ and ⅕: each waits on a plateau, then is learnt at once, the stronger ones first. Dashed: the closed form.</source>
        <translation>Três camadas lineares aprendem um professor linear com modos de força 1, ½, ⅓, ¼ e ⅕: cada um espera em um platô e então é aprendido de uma vez, os mais fortes primeiro. Tracejada: a forma fechada.</translation>
    </message>
    <message>
        <source>A. Saxe, J. McClelland and S. Ganguli, Exact solutions to the nonlinear dynamics of learning in deep linear neural networks (2014)</source>
        <translation>A. Saxe, J. McClelland e S. Ganguli, Exact solutions to the nonlinear dynamics of learning in deep linear neural networks (2014)</translation>
    </message>
    <message>
        <source>Schoenholz et al.: how deep a signal gets</source>
        <translation>Schoenholz et al.: até onde chega um sinal</translation>
    </message>
    <message>
        <source>S. Schoenholz, J. Gilmer, S. Ganguli and J. Sohl-Dickstein, Deep information propagation (2017)</source>
        <translation>S. Schoenholz, J. Gilmer, S. Ganguli e J. Sohl-Dickstein, Deep information propagation (2017)</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>ordenada</translation>
    </message>
    <message>
        <source>chaotic</source>
        <translation>caótica</translation>
    </message>
    <message>
        <source>Yang et al.: batch normalization explodes</source>
        <translation>Yang et al.: a normalização por lote explode</translation>
    </message>
    <message>
        <source>ReLU with batch normalization: the gradient grows by about 1.21 per layer towards the input, √(π/(π − 1)) in wide layers and large batches, hundreds of times over 30 layers. No gain changes that.</source>
        <translation>ReLU com normalização por lote: o gradiente cresce cerca de 1,21 vez por camada rumo à entrada, √(π/(π − 1)) em camadas largas e lotes grandes, centenas de vezes ao longo de 30 camadas. Nenhum ganho muda isso.</translation>
    </message>
    <message>
        <source>G. Yang, J. Pennington, V. Rao, J. Sohl-Dickstein and S. Schoenholz, A mean field theory of batch normalization (2019)</source>
        <translation>G. Yang, J. Pennington, V. Rao, J. Sohl-Dickstein e S. Schoenholz, A mean field theory of batch normalization (2019)</translation>
    </message>
    <message>
        <source>Believe it or not</source>
        <translation>Acredite se quiser</translation>
    </message>
    <message>
        <source>Four claims from the web: predict, then test.</source>
        <translation>Quatro afirmações da internet: preveja, depois teste.</translation>
    </message>
    <message>
        <source>K. He et al. (2015); G. Klambauer et al., Self-normalizing neural networks (2017); D. Roberts, S. Yaida and B. Hanin, The principles of deep learning theory (2022)</source>
        <translation>K. He et al. (2015); G. Klambauer et al., Self-normalizing neural networks (2017); D. Roberts, S. Yaida e B. Hanin, The principles of deep learning theory (2022)</translation>
    </message>
    <message>
        <source>“Half of all ReLU neurons are silent, so the gradient shrinks by √½ = 0.707 per layer, even with He&apos;s initialization.” 31 layers, 500 neurons.</source>
        <translation>“Metade dos neurônios ReLU fica em silêncio, então o gradiente encolhe √½ = 0,707 vez por camada, mesmo com a inicialização de He.” 31 camadas, 500 neurônios.</translation>
    </message>
    <message>
        <source>Then layer 1 would learn at 3·10⁻⁵ of the speed of the last one. At what share of that speed does it learn? An answer within a factor of 10 is accepted.</source>
        <translation>Então a camada 1 aprenderia a 3·10⁻⁵ da velocidade da última. A que fração dessa velocidade ela aprende? Aceita-se uma resposta dentro de um fator de 10.</translation>
    </message>
    <message>
        <source>At about the same speed. He&apos;s weights have variance 2/n for this very reason: the 2 makes up for the silent half. The factor of ‖δ‖² is χ₁ = 1.</source>
        <translation>Mais ou menos à mesma velocidade. Os pesos de He têm variância 2/n justamente por isso: o 2 compensa a metade em silêncio. O fator de ‖δ‖² é χ₁ = 1.</translation>
    </message>
    <message>
        <source>“The gradient vanishes because w is too small. Choose a larger one.” A chain of eight sigmoid neurons, w = 1.</source>
        <translation>“O gradiente se dissipa porque w é pequeno demais. Escolha um maior.” Uma cadeia de oito neurônios sigmoides, w = 1.</translation>
    </message>
    <message>
        <source>What does w = 20 do?</source>
        <translation>O que faz w = 20?</translation>
    </message>
    <message>
        <source>It makes the gradient larger</source>
        <translation>Aumenta o gradiente</translation>
    </message>
    <message>
        <source>It changes little</source>
        <translation>Muda pouco</translation>
    </message>
    <message>
        <source>It makes it far smaller</source>
        <translation>Torna-o muito menor</translation>
    </message>
    <message>
        <source>σ′(z) depends on w too: z = wa + b grows with w to where the curve is flat, and σ′ falls faster than w grows. With b = 0 the product falls.</source>
        <translation>σ′(z) também depende de w: z = wa + b cresce com w até onde a curva é plana, e σ′ cai mais depressa do que w cresce. Com b = 0 o produto cai.</translation>
    </message>
    <message>
        <source>“SELU normalizes itself, so gradients stay at 1.” SELU with LeCun&apos;s initialization, 100 layers.</source>
        <translation>“A SELU se normaliza sozinha, então os gradientes ficam em 1.” SELU com a inicialização de LeCun, 100 camadas.</translation>
    </message>
    <message>
        <source>What is χ₁, the factor of ‖δ‖² per layer?</source>
        <translation>Quanto é χ₁, o fator de ‖δ‖² por camada?</translation>
    </message>
    <message>
        <source>0.93</source>
        <translation>0,93</translation>
    </message>
    <message>
        <source>exactly 1</source>
        <translation>exatamente 1</translation>
    </message>
    <message>
        <source>1.07</source>
        <translation>1,07</translation>
    </message>
    <message>
        <source>1.07. What normalizes itself is the signal: its mean square settles at 1. Gradients grow by √1.07 = 1.035 per layer, 30-fold over 100 layers: slowly, but they do.</source>
        <translation>1,07. O que se normaliza sozinho é o sinal: sua média dos quadrados se estabiliza em 1. Os gradientes crescem √1,07 = 1,035 vez por camada, 30 vezes ao longo de 100 camadas: devagar, mas crescem.</translation>
    </message>
    <message>
        <source>“GELU is critical at σb² = 0.0173, σw² = 1.983.” So says a public code.</source>
        <translation>“A GELU é crítica em σb² = 0,0173, σw² = 1,983.” Um código público diz isso.</translation>
    </message>
    <message>
        <source>Is it critical there?</source>
        <translation>Ela é crítica ali?</translation>
    </message>
    <message>
        <source>yes, χ₁ = 1</source>
        <translation>sim, χ₁ = 1</translation>
    </message>
    <message>
        <source>no, gradients vanish</source>
        <translation>não, os gradientes se dissipam</translation>
    </message>
    <message>
        <source>no, gradients explode</source>
        <translation>não, os gradientes explodem</translation>
    </message>
    <message>
        <source>χ₁ = 0.54: the constant lost a digit. It is 0.173, ten times as large. The button beside the gain finds both numbers, for any activation.</source>
        <translation>χ₁ = 0,54: a constante perdeu uma casa. Ela é 0,173, dez vezes maior. O botão ao lado do ganho encontra os dois números, para qualquer ativação.</translation>
    </message>
    <message>
        <source>Here are the wrong numbers once more.</source>
        <translation>Aqui estão os números errados mais uma vez.</translation>
    </message>
    <message>
        <source>Bring χ₁ to within a hundredth of 1.</source>
        <translation>Leve χ₁ a menos de um centésimo de 1.</translation>
    </message>
    <message>
        <source>The button beside the gain.</source>
        <translation>O botão ao lado do ganho.</translation>
    </message>
    <message>
        <source>σb² = 0.17292, so σb = 0.41584.</source>
        <translation>σb² = 0,17292, então σb = 0,41584.</translation>
    </message>
    <message>
        <source>How deep can it be trained?</source>
        <translation>Até que profundidade se pode treinar?</translation>
    </message>
    <message>
        <source>B. Poole et al., Exponential expressivity in deep neural networks through transient chaos (2016); S. Schoenholz et al., Deep information propagation (2017)</source>
        <translation>B. Poole et al., Exponential expressivity in deep neural networks through transient chaos (2016); S. Schoenholz et al., Deep information propagation (2017)</translation>
    </message>
    <message>
        <source>A network learns by telling its inputs apart. The figure follows two of them: c is how alike they are in a layer, 1 where they are the same. Each layer makes the next c out of this one.</source>
        <translation>Uma rede aprende distinguindo suas entradas. A figura segue duas delas: c é quão parecidas elas são em uma camada, 1 onde são iguais. Cada camada faz deste c o seguinte.</translation>
    </message>
    <message>
        <source>tanh, σw = 1, σb = 0.3: χ₁ = 0.70. What tells two inputs apart shrinks by the same factor, in every layer.</source>
        <translation>tanh, σw = 1, σb = 0,3: χ₁ = 0,70. O que distingue duas entradas encolhe por esse mesmo fator, em cada camada.</translation>
    </message>
    <message>
        <source>Over how many layers does it shrink by a factor of e? An answer within a factor of 1.5 is accepted.</source>
        <translation>Ao longo de quantas camadas isso encolhe por um fator e? Aceita-se uma resposta dentro de um fator de 1,5.</translation>
    </message>
    <message>
        <source>ξc = −1/ln 0.70 = 2.8 layers. After 20 layers a thousandth is left: the output cannot know which of the two inputs it was given, and the gradient of layer 1 is as small.</source>
        <translation>ξc = −1/ln 0,70 = 2,8 camadas. Depois de 20 camadas resta um milésimo: a saída não pode saber qual das duas entradas recebeu, e o gradiente da camada 1 é igualmente pequeno.</translation>
    </message>
    <message>
        <source>Larger weights separate them again.</source>
        <translation>Pesos maiores voltam a separá-las.</translation>
    </message>
    <message>
        <source>σw = 2.5. What happens to two inputs that are nearly the same?</source>
        <translation>σw = 2,5. O que acontece com duas entradas quase iguais?</translation>
    </message>
    <message>
        <source>They become alike</source>
        <translation>Tornam-se iguais</translation>
    </message>
    <message>
        <source>They stay as they are</source>
        <translation>Ficam como estão</translation>
    </message>
    <message>
        <source>They separate, within a few layers</source>
        <translation>Separam-se, em poucas camadas</translation>
    </message>
    <message>
        <source>χ₁ = 1.59: chaos. However similar they are, all pairs end at c* = 0.12, within a few layers. Now the smallest change of the input changes everything, and gradients explode.</source>
        <translation>χ₁ = 1,59: caos. Por mais parecidos que sejam, todos os pares terminam em c* = 0,12, em poucas camadas. Agora a menor mudança da entrada muda tudo, e os gradientes explodem.</translation>
    </message>
    <message>
        <source>Between order and chaos there is an edge. The button beside the gain leads to a point on it; here, find it by hand, with σb as it is.</source>
        <translation>Entre a ordem e o caos há uma fronteira. O botão ao lado do ganho leva a um ponto dela; aqui, encontre-a à mão, com σb como está.</translation>
    </message>
    <message>
        <source>Make ξc larger than 50 layers.</source>
        <translation>Faça ξc passar de 50 camadas.</translation>
    </message>
    <message>
        <source>Look for the gain where the curve touches the diagonal at c = 1.</source>
        <translation>Procure o ganho em que a curva toca a diagonal em c = 1.</translation>
    </message>
    <message>
        <source>The phase diagram draws the line χ₁ = 1.</source>
        <translation>O diagrama de fases desenha a linha χ₁ = 1.</translation>
    </message>
    <message>
        <source>Networks were trained to about six times ξc layers, and no further, whatever the learning rate (Schoenholz et al. 2017): with ξc = 2.8 some 17 layers, at the edge hundreds.</source>
        <translation>Redes foram treinadas até cerca de seis vezes ξc camadas, e não além, qualquer que fosse a taxa de aprendizado (Schoenholz et al. 2017): com ξc = 2,8 umas 17 camadas, na fronteira centenas.</translation>
    </message>
    <message>
        <source>Why an orbit cannot explode for ever</source>
        <translation>Por que uma órbita não pode explodir para sempre</translation>
    </message>
    <message>
        <source>One weight, one bias: the chain as a map.</source>
        <translation>Um peso, um viés: a cadeia como um mapa.</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5; the stability of fixed points and cycles of a map</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5; a estabilidade de pontos fixos e ciclos de um mapa</translation>
    </message>
    <message>
        <source>If all layers have the same w and b, the chain is one map, a → σ(wa + b), again and again. The cobweb goes from a up to the curve, across to the diagonal, and on. The slope of the curve where it passes is the factor of that layer. w = 100, b = −50, a₀ = 0.5.</source>
        <translation>Se todas as camadas têm os mesmos w e b, a cadeia é um só mapa, a → σ(wa + b), repetidas vezes. A teia vai de a até a curva, de lado até a diagonal, e adiante. A inclinação da curva onde ela passa é o fator daquela camada. w = 100, b = −50, a₀ = 0,5.</translation>
    </message>
    <message>
        <source>The orbit sits on the fixed point a = 0.5, where every factor is 25: an explosion that lasts as long as the chain.</source>
        <translation>A órbita está no ponto fixo a = 0,5, onde cada fator é 25: uma explosão que dura tanto quanto a cadeia.</translation>
    </message>
    <message>
        <source>The input is moved to 0.51. What does the product of the twelve factors do?</source>
        <translation>A entrada é movida para 0,51. O que faz o produto dos doze fatores?</translation>
    </message>
    <message>
        <source>It explodes a little less</source>
        <translation>Explode um pouco menos</translation>
    </message>
    <message>
        <source>It is about 1</source>
        <translation>Fica perto de 1</translation>
    </message>
    <message>
        <source>It vanishes</source>
        <translation>Dissipa-se</translation>
    </message>
    <message>
        <source>The first factor is still large, and that is why: what magnifies every difference drives the orbit away from this point. It ends at one that attracts, near 1, where the curve is flat, and every further factor is 10⁻²⁰ and less.</source>
        <translation>O primeiro fator ainda é grande, e é por isso: o que amplia toda diferença expulsa a órbita deste ponto. Ela termina em um que atrai, perto de 1, onde a curva é plana, e cada fator seguinte é 10⁻²⁰ ou menos.</translation>
    </message>
    <message>
        <source>Can another w and b make an orbit that explodes for ever, and not only from a single input?</source>
        <translation>Outros w e b podem fazer uma órbita que exploda para sempre, e não só a partir de uma única entrada?</translation>
    </message>
    <message>
        <source>yes, with a large w</source>
        <translation>sim, com um w grande</translation>
    </message>
    <message>
        <source>yes, with a negative w</source>
        <translation>sim, com um w negativo</translation>
    </message>
    <message>
        <source>With a negative w the orbit may go back and forth between two points, a 2-cycle, but the two factors there multiply to less than 1 in size. Growth lasts only while the orbit is on its way. The book&apos;s exploding network has a different bias in every layer.</source>
        <translation>Com um w negativo a órbita pode ir e vir entre dois pontos, um ciclo de período 2, mas ali o produto dos dois fatores é menor que 1 em módulo. O crescimento só dura enquanto a órbita está a caminho. A rede do livro que explode tem um viés diferente em cada camada.</translation>
    </message>
    <message>
        <source>Now let it grow as long as it can.</source>
        <translation>Agora faça-o crescer o máximo que puder.</translation>
    </message>
    <message>
        <source>Twelve layers: find values with a product of the factors above 10⁶.</source>
        <translation>Doze camadas: encontre valores com um produto dos fatores acima de 10⁶.</translation>
    </message>
    <message>
        <source>Begin close to a point that repels.</source>
        <translation>Comece perto de um ponto que repele.</translation>
    </message>
    <message>
        <source>With w = 8 and b = −4 every factor at a = 0.5 is 2; what then is its twelfth power? Larger w, larger factors.</source>
        <translation>Com w = 8 e b = −4 cada fator em a = 0,5 é 2; quanto é então a sua décima segunda potência? w maior, fatores maiores.</translation>
    </message>
    <message>
        <source>w = 100, b = −50, a₀ = 0.5 exactly.</source>
        <translation>w = 100, b = −50, a₀ = 0,5 exatamente.</translation>
    </message>
    <message>
        <source>The remedy that explodes</source>
        <translation>A solução que explode</translation>
    </message>
    <message>
        <source>Batch normalization keeps the signal, and makes the gradient grow.</source>
        <translation>A normalização por lote conserva o sinal e faz o gradiente crescer.</translation>
    </message>
    <message>
        <source>Batch normalization brings every neuron to mean 0 and variance 1 over the batch, in every layer. The signal can neither die out nor grow on its way forward. ReLU, He&apos;s initialization, 20 layers, 128 neurons, 128 examples.</source>
        <translation>A normalização por lote leva cada neurônio a média 0 e variância 1 sobre o lote, em cada camada. O sinal não pode se apagar nem crescer no caminho de ida. ReLU, inicialização de He, 20 camadas, 128 neurônios, 128 exemplos.</translation>
    </message>
    <message>
        <source>All is in order on the way forward.</source>
        <translation>No caminho de ida tudo está em ordem.</translation>
    </message>
    <message>
        <source>What does the gradient do on its way back?</source>
        <translation>O que faz o gradiente no caminho de volta?</translation>
    </message>
    <message>
        <source>It stays as it is</source>
        <translation>Fica como está</translation>
    </message>
    <message>
        <source>It grows in every layer</source>
        <translation>Cresce em cada camada</translation>
    </message>
    <message>
        <source>In wide layers and large batches it grows by √(π/(π − 1)) = 1.211 per layer towards the input: the normalization takes out the mean, which for ReLU is a large part of the signal, and stretches what is left. No gain helps: the normalization takes it out again.</source>
        <translation>Em camadas largas e lotes grandes ele cresce √(π/(π − 1)) = 1,211 vez por camada rumo à entrada: a normalização retira a média, que na ReLU é grande parte do sinal, e estica o que resta. Nenhum ganho ajuda: a normalização o retira de novo.</translation>
    </message>
    <message>
        <source>1.211 looks harmless.</source>
        <translation>1,211 parece inofensivo.</translation>
    </message>
    <message>
        <source>How many times faster than layer 49 does layer 1 learn in a network of 50 layers? An answer within a factor of 16 is accepted.</source>
        <translation>Em uma rede de 50 camadas, quantas vezes mais rápido que a camada 49 aprende a camada 1? Aceita-se uma resposta dentro de um fator de 16.</translation>
    </message>
    <message>
        <source>In infinitely wide layers, 1.211 to the power of 48: about 10⁴; in these, for the mean gradient of the batch, some 850. The remedy against vanishing gradients has made them explode, slowly, but without end.</source>
        <translation>Em camadas infinitamente largas, 1,211 elevado a 48: cerca de 10⁴; nestas, para o gradiente médio do lote, uns 850. A solução contra a dissipação do gradiente criou uma explosão, lenta, mas sem fim.</translation>
    </message>
    <message>
        <source>Networks of hundreds of layers do train with batch normalization. They have something more.</source>
        <translation>Redes de centenas de camadas treinam, sim, com normalização por lote. Elas têm algo mais.</translation>
    </message>
    <message>
        <source>Keep batch normalization, and bring the hidden layers closer together: layer 1 less than 30 times as fast as layer 49.</source>
        <translation>Mantenha a normalização por lote e aproxime as camadas ocultas: a camada 1 menos de 30 vezes mais rápida que a camada 49.</translation>
    </message>
    <message>
        <source>What lets a gradient past a layer?</source>
        <translation>O que deixa um gradiente passar ao largo de uma camada?</translation>
    </message>
    <message>
        <source>A residual connection adds 1 to the factor of a layer, so that the growth of a layer is one part in many.</source>
        <translation>Uma conexão residual soma 1 ao fator de uma camada, de modo que o crescimento de uma camada é uma parte entre muitas.</translation>
    </message>
    <message>
        <source>All layers learn about equally fast only if all these products come out about equal. That can be a choice, as in the lesson Find the balance; can it be chance? Four layers, every weight and bias drawn from N(0, 1), and 200 such chains.</source>
        <translation>Todas as camadas só aprendem em velocidade parecida se todos esses produtos resultam quase iguais. Isso pode ser uma escolha, como na lição Encontre o equilíbrio; pode ser acaso? Quatro camadas, cada peso e viés sorteado de N(0, 1), e 200 dessas cadeias.</translation>
    </message>
    <message>
        <source>In how many of the 200 chains do all four layers learn within a factor of 2 of one another?</source>
        <translation>Em quantas das 200 cadeias as quatro camadas aprendem todas dentro de um fator de 2 umas das outras?</translation>
    </message>
    <message>
        <source>in about half of them</source>
        <translation>em cerca da metade</translation>
    </message>
    <message>
        <source>in about a tenth of them</source>
        <translation>em cerca de um décimo</translation>
    </message>
    <message>
        <source>in one in a hundred, or none</source>
        <translation>em uma em cem, ou em nenhuma</translation>
    </message>
    <message>
        <source>That is how unlikely balance is by chance, and every further layer makes it less likely: the figure counts it for each depth.</source>
        <translation>O equilíbrio por acaso é improvável assim, e cada camada a mais o torna ainda menos provável: a figura o conta para cada profundidade.</translation>
    </message>
    <message>
        <source>Typical is not average</source>
        <translation>Típico não é médio</translation>
    </message>
    <message>
        <source>Mean field says that all is fine; most networks disagree.</source>
        <translation>O campo médio diz que tudo está bem; a maioria das redes discorda.</translation>
    </message>
    <message>
        <source>B. Hanin, Which neural net architectures give rise to exploding and vanishing gradients? (2018); B. Hanin and M. Nica, Products of many large random matrices and gradients in deep neural networks (2018)</source>
        <translation>B. Hanin, Which neural net architectures give rise to exploding and vanishing gradients? (2018); B. Hanin e M. Nica, Products of many large random matrices and gradients in deep neural networks (2018)</translation>
    </message>
    <message>
        <source>How far below the average does layer 1 of a typical network lie, one that half of all networks exceed?</source>
        <translation>Quão abaixo da média fica a camada 1 de uma rede típica, que metade de todas as redes supera?</translation>
    </message>
    <message>
        <source>at the average</source>
        <translation>na média</translation>
    </message>
    <message>
        <source>about 5 times below</source>
        <translation>cerca de 5 vezes abaixo</translation>
    </message>
    <message>
        <source>about 80 times below</source>
        <translation>cerca de 80 vezes abaixo</translation>
    </message>
    <message>
        <source>The spread comes from each layer&apos;s few neurons: β, the sum of 1/n over the layers, measures it.</source>
        <translation>A dispersão vem dos poucos neurônios de cada camada: β, a soma de 1/n sobre as camadas, a mede.</translation>
    </message>
    <message>
        <source>The same depth, 300 neurons per layer. By what factor does the typical network lie below the average now? An answer within a factor of 1.3 is accepted.</source>
        <translation>A mesma profundidade, 300 neurônios por camada. Por que fator a rede típica fica agora abaixo da média? Aceita-se uma resposta dentro de um fator de 1,3.</translation>
    </message>
    <message>
        <source>By 1.5: with ten times the width a tenth of the decades is left. Mean field becomes right where the layers are much wider than the network is deep.</source>
        <translation>Por 1,5: com dez vezes a largura resta um décimo das décadas. O campo médio passa a valer onde as camadas são muito mais largas do que a rede é profunda.</translation>
    </message>
    <message>
        <source>How deep can the network be for a typical one to lie less than a factor of 3 below the average?</source>
        <translation>Quão profunda pode ser a rede para que uma rede típica fique a menos de um fator de 3 abaixo da média?</translation>
    </message>
    <message>
        <source>Each layer is worth about 0.019 decades.</source>
        <translation>Cada camada vale cerca de 0,019 década.</translation>
    </message>
    <message>
        <source>A factor of 3 is 0.48 decades.</source>
        <translation>Um fator de 3 são 0,48 décadas.</translation>
    </message>
    <message>
        <source>He’s rule, 100 hidden layers of 30 neurons: χ₁ = 1, and mean field (dashed) says that all layers learn at the same speed. The median of all networks of this width lies 81 times below it in layer 1; draw new seeds and see them fall into the band.</source>
        <translation>Regra de He, 100 camadas ocultas de 30 neurônios: χ₁ = 1, e o campo médio (tracejado) diz que todas as camadas aprendem à mesma velocidade. A mediana de todas as redes desta largura fica 81 vezes abaixo dele na camada 1; sorteie novas sementes e veja-as cair na faixa.</translation>
    </message>
    <message>
        <source>tanh at the edge of chaos, σw² = 1.761 and σb² = 0.05: χ₁ = 1, and gradients neither vanish nor explode over 60 layers. Pinned: σw² = 1, where two inputs become alike over ξc = 3.6 layers, and σw² = 4, where they separate.</source>
        <translation>tanh na fronteira do caos, σw² = 1,761 e σb² = 0,05: χ₁ = 1, e os gradientes não se dissipam nem explodem ao longo de 60 camadas. Fixadas: σw² = 1, onde duas entradas se tornam iguais ao longo de ξc = 3,6 camadas, e σw² = 4, onde elas se separam.</translation>
    </message>
    <message>
        <source>81 times below. ‖δ‖ is a product of 100 random factors. Its logarithm adds up to a wide spread, and a few networks with enormous gradients hold up the average of all the others. The solid line is the median, the band holds 90 % of the networks.</source>
        <translation>81 vezes abaixo. ‖δ‖ é um produto de 100 fatores aleatórios. Seu logaritmo acumula uma grande dispersão, e umas poucas redes com gradientes enormes sustentam a média de todas as outras. A linha contínua é a mediana, a faixa contém 90 % das redes.</translation>
    </message>
    <message>
        <source>set one parameter; “list parameters” names them, and widths=784:300:10 sets all sizes</source>
        <translation>define um parâmetro; “list parameters” lista todos, e widths=784:300:10 define todos os tamanhos</translation>
    </message>
    <message>
        <source>One layer: its values, and its own weight, bias, width and activation instead of the shared ones. Select it here, in the drawing or in any figure.</source>
        <translation>Uma camada: seus valores, e peso, viés, largura e ativação próprios no lugar dos comuns. Selecione-a aqui, no desenho ou em qualquer figura.</translation>
    </message>
    <message>
        <source>The map assumes identical layers; those with a width or an activation of their own are left out of it.</source>
        <translation>O mapa supõe camadas iguais; as que têm largura ou ativação próprias ficam de fora.</translation>
    </message>
    <message>
        <source>The curve is that of layer 1; other layers have an activation of their own.</source>
        <translation>A curva é a da camada 1; outras camadas têm ativação própria.</translation>
    </message>
    <message>
        <source>Law of finite width (Hanin &amp; Nica 2018): a typical network of these widths, the narrowest %1, lies %2-fold below mean field’s root mean square in layer 1; 90 % have ‖δ₁‖ between %3 and %4.</source>
        <translation>Lei da largura finita (Hanin &amp; Nica 2018): uma rede típica destas larguras, a menor %1, fica, na camada 1, abaixo da raiz da média dos quadrados do campo médio por um fator %2; 90 % têm ‖δ₁‖ entre %3 e %4.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Padrão</translation>
    </message>
    <message>
        <source>The weights themselves are learnt.</source>
        <translation>Aprendem-se os próprios pesos.</translation>
    </message>
    <message>
        <source>Weight normalization</source>
        <translation>Normalização dos pesos</translation>
    </message>
    <message>
        <source>Each neuron learns the length g of its weights apart from their direction v (Salimans &amp; Kingma 2016).</source>
        <translation>Cada neurônio aprende o comprimento g de seus pesos separadamente da direção v (Salimans &amp; Kingma 2016).</translation>
    </message>
    <message>
        <source>layer %1 is the last one: set outputs and output_activation in place of a width and an activation of its own.</source>
        <translation>a camada %1 é a última: defina outputs e output_activation no lugar de largura e ativação próprias.</translation>
    </message>
    <message>
        <source>Parametrization</source>
        <translation>Parametrização</translation>
    </message>
    <message>
        <source>What is learnt in place of the weights: it changes how they move in training, not where they start.</source>
        <translation>O que se aprende no lugar dos pesos: muda como eles se movem no treinamento, não de onde partem.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>layer %1: there is no activation “%2”.</source>
        <translation>camada %1: não existe a ativação “%2”.</translation>
    </message>
    <message>
        <source>layer %1 has nothing of its own; give a weight, a bias, a width or an activation.</source>
        <translation>a camada %1 não tem nada de próprio; dê a ela um peso, um viés, uma largura ou uma ativação.</translation>
    </message>
    <message>
        <source>width must be a whole number from 1 to 1024.</source>
        <translation>width deve ser um número inteiro de 1 a 1024.</translation>
    </message>
    <message>
        <source>Single layers with a weight, a bias, a width or an activation of their own.</source>
        <translation>Camadas isoladas com peso, viés, largura ou ativação próprios.</translation>
    </message>
    <message>
        <source>widths: sizes such as 784:300:100:10 are needed: inputs, neurons of each layer, outputs.</source>
        <translation>widths: são necessários tamanhos como 784:300:100:10: entradas, neurônios de cada camada, saídas.</translation>
    </message>
    <message>
        <source>widths: layer %1 may have %2 to %3 neurons, not %4.</source>
        <translation>widths: a camada %1 pode ter de %2 a %3 neurônios, não %4.</translation>
    </message>
    <message>
        <source>Single layers</source>
        <translation>Camadas isoladas</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1; the slopes of layers with an activation of their own are drawn beside it.</source>
        <translation>|w|·máx %1′ = %2 × %3 = %4: em nenhum lugar |w %1′(z)| ≥ 1; as inclinações das camadas com ativação própria estão desenhadas ao lado.</translation>
    </message>
    <message>
        <source>Trainability</source>
        <translation>Treinabilidade</translation>
    </message>
    <message>
        <source>S. Schoenholz, J. Gilmer, S. Ganguli and J. Sohl-Dickstein, Deep information propagation (2017), figure 5, tanh, σ_b² = 0.05. The line: python3 tests/core/oracles/critical_line.py</source>
        <translation>S. Schoenholz, J. Gilmer, S. Ganguli e J. Sohl-Dickstein, Deep information propagation (2017), figura 5, tanh, σ_b² = 0,05. A linha: python3 tests/core/oracles/critical_line.py</translation>
    </message>
    <message>
        <source>%1 cells at once would take %2 GB of memory, and %3 GB are the limit: choose fewer, or compute the map in more parts (--shard).</source>
        <translation>%1 células de uma vez ocupariam %2 GB de memória, e %3 GB são o limite: escolha menos ou calcule o mapa em mais partes (--shard).</translation>
    </message>
    <message>
        <source>this is one part of a map: “merge” makes a map of all its parts.</source>
        <translation>isto é uma parte de um mapa: “merge” faz um mapa de todas as partes.</translation>
    </message>
    <message>
        <source>%1 was computed from other data files than the first part.</source>
        <translation>%1 foi calculado a partir de outros arquivos de dados que a primeira parte.</translation>
    </message>
    <message>
        <source>%1 is of another scenario, map, data file or version; choose another folder.</source>
        <translation>%1 é de outro cenário, mapa, arquivo de dados ou versão; escolha outra pasta.</translation>
    </message>
    <message>
        <source>points must be at most 10000 pairs of numbers, as [[0, 1], [2, 3]].</source>
        <translation>points deve ter no máximo 10000 pares de números, como [[0, 1], [2, 3]].</translation>
    </message>
    <message>
        <source>lines must be a list of at most 100 lines.</source>
        <translation>lines deve ser uma lista de no máximo 100 linhas.</translation>
    </message>
    <message>
        <source>Where a gradient survives</source>
        <translation>Onde um gradiente sobrevive</translation>
    </message>
    <message>
        <source>Of all w and b on the map, four layers pass the gradient on undiminished only inside the black contour, 2 % of the plane: w must be above 5, and b must keep every z near 0. Drag the cross along the ridge, then one step beside it.</source>
        <translation>De todos os w e b do mapa, quatro camadas só deixam o gradiente passar sem perda dentro do contorno preto, 2 % do plano: w tem de estar acima de 5, e b tem de manter cada z perto de 0. Arraste a cruz ao longo da crista e depois um passo para o lado.</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5: “Unstable gradients”</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5: “Unstable gradients”</translation>
    </message>
    <message>
        <source>Narrow inputs</source>
        <translation>Entradas estreitas</translation>
    </message>
    <message>
        <source>With b = −3 and three layers, only the inputs between the two black lines keep their gradient, and the larger w, the fewer they are: 16 % of the inputs shown at w = 6, 6 % at w = 20. Outside, the wings of σ′ fall like e^(−|z|).</source>
        <translation>Com b = −3 e três camadas, só as entradas entre as duas linhas pretas conservam o gradiente, e quanto maior w, menos elas são: 16 % das entradas mostradas em w = 6, 6 % em w = 20. Fora dali, as asas de σ′ caem como e^(−|z|).</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5, exercise: the range of inputs for which |wσ′(wa + b)| ≥ 1</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5, exercício: a faixa de entradas em que |wσ′(wa + b)| ≥ 1</translation>
    </message>
    <message>
        <source>The two factors of wσ′</source>
        <translation>Os dois fatores de wσ′</translation>
    </message>
    <message>
        <source>A large w makes the first factor of |wσ′(wa + b)| large, and the second one small: z = wa grows with it. Here b = 0; inside the black contour the product is above 1. The contour begins at w = 4 and is widest at w = 6.9, where it takes in 0.45 of all activations a.</source>
        <translation>Um w grande torna grande o primeiro fator de |wσ′(wa + b)| e pequeno o segundo: z = wa cresce com ele. Aqui b = 0; dentro do contorno preto o produto está acima de 1. O contorno começa em w = 4 e é mais largo em w = 6,9, onde abrange 0,45 de todas as ativações a.</translation>
    </message>
    <message>
        <source>M. Nielsen, Neural Networks and Deep Learning (2015), chapter 5: “The exploding gradient problem” and its exercises</source>
        <translation>M. Nielsen, Neural Networks and Deep Learning (2015), capítulo 5: “The exploding gradient problem” e seus exercícios</translation>
    </message>
    <message>
        <source>Order and chaos</source>
        <translation>Ordem e caos</translation>
    </message>
    <message>
        <source>Networks of 32 tanh neurons per layer, 20 layers deep, five seeds per cell: left of the line χ₁ = 1 of mean field theory the first layer learns more slowly than the last, right of it faster, and near the line at the same speed. Theory knows nothing of the 32 neurons; the measured balance follows its line all the same.</source>
        <translation>Redes de 32 neurônios tanh por camada, com 20 camadas, cinco sementes por célula: à esquerda da linha χ₁ = 1 da teoria do campo médio a primeira camada aprende mais devagar que a última, à direita mais rápido, e perto da linha à mesma velocidade. A teoria nada sabe dos 32 neurônios; mesmo assim, o equilíbrio medido segue a sua linha.</translation>
    </message>
    <message>
        <source>B. Poole et al., Exponential expressivity in deep neural networks through transient chaos (2016), figure 1; S. Schoenholz et al., Deep information propagation (2017), figure 2. The line: python3 tests/core/oracles/critical_line.py</source>
        <translation>B. Poole et al., Exponential expressivity in deep neural networks through transient chaos (2016), figura 1; S. Schoenholz et al., Deep information propagation (2017), figura 2. A linha: python3 tests/core/oracles/critical_line.py</translation>
    </message>
    <message>
        <source>χ₁ = 1</source>
        <translation>χ₁ = 1</translation>
    </message>
    <message>
        <source>6ξ</source>
        <translation>6ξ</translation>
    </message>
    <message>
        <source>The wall</source>
        <translation>O paredão</translation>
    </message>
    <message>
        <source>Fifty steps with one w and one b: their cost has a wall. A descent that follows the valley on its right goes over the edge and is thrown 20 units away, off the map and onto the plateau where nothing is learnt; with the gradient clipped to norm 1 it stays at the wall and goes down along it.</source>
        <translation>Cinquenta passos com um só w e um só b: o custo tem um paredão. A descida que segue o vale à direita dele passa da beirada e é lançada 20 unidades adiante, para fora do mapa e para o platô onde nada se aprende; com o gradiente limitado à norma 1 ela fica junto ao paredão e desce ao longo dele.</translation>
    </message>
    <message>
        <source>R. Pascanu, T. Mikolov and Y. Bengio, On the difficulty of training recurrent neural networks (2013), figure 6: x_t = wσ(x_(t−1)) + b, x_0 = 0.5, (σ(x_50) − 0.7)², which is 2C here. The descents, η = 0.3 from w = 6.5, b = −2.6: python3 tests/core/oracles/wall_descents.py</source>
        <translation>R. Pascanu, T. Mikolov e Y. Bengio, On the difficulty of training recurrent neural networks (2013), figura 6: x_t = wσ(x_(t−1)) + b, x_0 = 0,5, (σ(x_50) − 0,7)², que aqui é 2C. As descidas, η = 0,3 a partir de w = 6,5, b = −2,6: python3 tests/core/oracles/wall_descents.py</translation>
    </message>
    <message>
        <source>descent</source>
        <translation>descida</translation>
    </message>
    <message>
        <source>descent, clipped</source>
        <translation>descida com limite</translation>
    </message>
    <message>
        <source>Momentum and the scale of the initial weights</source>
        <translation>Momentum e a escala dos pesos iniciais</translation>
    </message>
    <message>
        <source>A deep autoencoder of bumps after 200 steps. Neither a good initialization nor momentum does it alone: with μ = 0 the best scale leaves a cost above 0.3, and with weights an eighth or three times their best size no momentum gets below 0.37. The two together, σ near 1/2 and μ = 0.9, reach less than 0.08.</source>
        <translation>Um autocodificador profundo de ondulações depois de 200 passos. Nem uma boa inicialização nem o momentum bastam sozinhos: com μ = 0 a melhor escala deixa um custo acima de 0,3, e com pesos de um oitavo ou do triplo do melhor tamanho nenhum momentum desce abaixo de 0,37. Os dois juntos, σ perto de 1/2 e μ = 0,9, chegam a menos de 0,08.</translation>
    </message>
    <message>
        <source>I. Sutskever, J. Martens, G. Dahl and G. Hinton, On the importance of initialization and momentum in deep learning (2013), table 5</source>
        <translation>I. Sutskever, J. Martens, G. Dahl e G. Hinton, On the importance of initialization and momentum in deep learning (2013), tabela 5</translation>
    </message>
    <message>
        <source>Learning rate and depth</source>
        <translation>Taxa de aprendizado e profundidade</translation>
    </message>
    <message>
        <source>Y. Bengio, Practical recommendations for gradient-based training of deep architectures (2012), section 3.1: the optimal learning rate is close to the largest one that does not diverge</source>
        <translation>Y. Bengio, Practical recommendations for gradient-based training of deep architectures (2012), seção 3.1: a taxa de aprendizado ótima fica perto da maior que não diverge</translation>
    </message>
    <message>
        <source>RMS normalization needs a width of 2 or more: over one neuron only the sign is left.</source>
        <translation>a normalização RMS precisa de largura 2 ou mais: sobre um neurônio só resta o sinal.</translation>
    </message>
    <message>
        <source>RMS normalization</source>
        <translation>Normalização RMS</translation>
    </message>
    <message>
        <source>RMS normalization cancels σw, as long as σw² times the mean square of what enters is far above ε = 10⁻⁵.</source>
        <translation>A normalização RMS elimina σw, desde que σw² vezes a média dos quadrados do que entra esteja muito acima de ε = 10⁻⁵.</translation>
    </message>
    <message>
        <source>of the weights, ‖∂⁺C/∂w‖</source>
        <translation>dos pesos, ‖∂⁺C/∂w‖</translation>
    </message>
    <message>
        <source>of the biases, ‖∂⁺C/∂b‖</source>
        <translation>dos vieses, ‖∂⁺C/∂b‖</translation>
    </message>
    <message>
        <source>The contributions of layers %1 to %2 add up to exactly 0.</source>
        <translation>As contribuições das camadas %1 a %2 somam exatamente 0.</translation>
    </message>
    <message>
        <source>‖∂C/∂w‖ = %1 is the sum of %2 contributions: layer %3, the latest step, gives %4 % of it, layer %5, the earliest, %6 %.</source>
        <translation>‖∂C/∂w‖ = %1 é a soma de %2 contribuições: a camada %3, o último passo, dá %4 % dela; a camada %5, o primeiro, %6 %.</translation>
    </message>
    <message>
        <source>The gradient of the shared weights, step by step</source>
        <translation>O gradiente dos pesos compartilhados, passo a passo</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>contribuição</translation>
    </message>
    <message>
        <source>their sum, ‖∂C/∂w‖</source>
        <translation>a soma, ‖∂C/∂w‖</translation>
    </message>
    <message>
        <source>No two layers share their weights: this figure is about tied ones, four layers or more.</source>
        <translation>Nenhum par de camadas compartilha pesos: esta figura trata de camadas que os compartilham, em redes de quatro camadas ou mais.</translation>
    </message>
    <message>
        <source>Shared gradient</source>
        <translation>Gradiente compartilhado</translation>
    </message>
    <message>
        <source>Tied layers, as the steps of a recurrent network, share one w and one b; the gradient of these is the sum of what every step gives. Where gradients vanish only the last steps have a say (Pascanu et al. 2013).</source>
        <translation>Camadas que compartilham pesos, como os passos de uma rede recorrente, têm um só w e um só b; o gradiente destes é a soma do que cada passo dá. Onde os gradientes se dissipam, só os últimos passos contam (Pascanu et al. 2013).</translation>
    </message>
    <message>
        <source>Kumar (sigmoid)</source>
        <translation>Kumar (sigmoide)</translation>
    </message>
    <message>
        <source>Larger weights, because the logistic function passes on at most a quarter: they keep the signal, and the gradient still shrinks (Kumar 2017).</source>
        <translation>Pesos maiores, pois a função logística deixa passar no máximo um quarto: mantêm o sinal, e o gradiente ainda encolhe (Kumar 2017).</translation>
    </message>
    <message>
        <source>Random walk (ReLU)</source>
        <translation>Passeio aleatório</translation>
    </message>
    <message>
        <source>He’s rule with a factor that grows in narrow layers, so that the typical gradient, and not its mean square, stays as it is (Sussillo &amp; Abbott 2014).</source>
        <translation>A regra de He com um fator que cresce em camadas estreitas, para que o gradiente típico, e não a média dos quadrados, fique como está (Sussillo &amp; Abbott 2014).</translation>
    </message>
    <message>
        <source>Uniform with biases (PyTorch)</source>
        <translation>Padrão do PyTorch</translation>
    </message>
    <message>
        <source>What PyTorch does where nothing is said: Glorot’s “standard” heuristic, with random biases of the same size.</source>
        <translation>O que o PyTorch faz quando nada é dito: a heurística “padrão” de Glorot, com vieses aleatórios do mesmo tamanho.</translation>
    </message>
    <message>
        <source>With a depth below 4 there are no two layers between the first and the last.</source>
        <translation>Com profundidade menor que 4 não há duas camadas entre a primeira e a última.</translation>
    </message>
    <message>
        <source>tied layers share one square matrix, so layers 1 to %1 must have the same width; layer %2 has %3 neurons, the one before it %4.</source>
        <translation>as camadas que compartilham pesos têm uma só matriz quadrada, por isso as camadas 1 a %1 devem ter a mesma largura; a camada %2 tem %3 neurônios, a anterior %4.</translation>
    </message>
    <message>
        <source>the initialization “%1” gives every layer a bias of its own; tied layers share one.</source>
        <translation>a inicialização “%1” dá a cada camada um viés próprio; camadas que compartilham pesos têm um só.</translation>
    </message>
    <message>
        <source>Tied weights</source>
        <translation>Pesos compartilhados</translation>
    </message>
    <message>
        <source>Layers 2 to L − 1 share one w and one b, as the steps of a recurrent network: depth is time.</source>
        <translation>As camadas 2 a L − 1 compartilham um w e um b, como os passos de uma rede recorrente: a profundidade é o tempo.</translation>
    </message>
    <message>
        <source>Tied</source>
        <translation>Compartilhados</translation>
    </message>
    <message>
        <source>true or false is needed.</source>
        <translation>é necessário true ou false.</translation>
    </message>
    <message>
        <source>The closed form holds for layers that learn their own weights, each by itself.</source>
        <translation>A forma fechada trata de camadas que aprendem seus próprios pesos, cada uma por si.</translation>
    </message>
    <message>
        <source>The curvature is that of the cost over the weights; what is learnt here is not the weights themselves.</source>
        <translation>A curvatura é a do custo sobre os pesos; o que se aprende aqui não são os próprios pesos.</translation>
    </message>
    <message>
        <source>The exact law of finite width holds for independent weights in every layer; here layers 2 to %1 share theirs.</source>
        <translation>A lei exata da largura finita trata de pesos independentes em cada camada; aqui as camadas 2 a %1 compartilham os seus.</translation>
    </message>
    <message>
        <source>Mean field theory applies to independent weights in every layer; here layers 2 to %1 share theirs.</source>
        <translation>A teoria do campo médio trata de pesos independentes em cada camada; aqui as camadas 2 a %1 compartilham os seus.</translation>
    </message>
    <message>
        <source>The maps of two inputs assume identical layers; here some have a width or an activation of their own.</source>
        <translation>Os mapas de duas entradas supõem camadas iguais; aqui algumas têm largura ou ativação próprias.</translation>
    </message>
    <message>
        <source>Pinned scenarios are not drawn here.</source>
        <translation>Os cenários fixados não são desenhados aqui.</translation>
    </message>
    <message>
        <source>Under dropout every example and every step has a network, and a Jacobian, of its own: leave out --spectrum.</source>
        <translation>Com dropout cada exemplo e cada passo tem uma rede, e uma jacobiana, próprias: omita --spectrum.</translation>
    </message>
    <message>
        <source>factor s·w·f′(z) + α</source>
        <translation>fator s·w·f′(z) + α</translation>
    </message>
    <message>
        <source>The weights and biases of layer 1 do not learn yet.</source>
        <translation>Os pesos e vieses da camada 1 ainda não aprendem.</translation>
    </message>
    <message>
        <source>The weights and biases of layers 1 to %1 do not learn yet.</source>
        <translation>Os pesos e vieses das camadas 1 a %1 ainda não aprendem.</translation>
    </message>
    <message>
        <source>The weights and biases of %1 do not learn yet: the scale of their residual connections is 0, and is what they learn first.</source>
        <translation>Os pesos e vieses de %1 ainda não aprendem: a escala de suas conexões residuais é 0, e é o que elas aprendem primeiro.</translation>
    </message>
    <message>
        <source>The biases do not learn in %1: the batch normalization after them takes every shift out again.</source>
        <translation>Os vieses não aprendem em %1: a normalização por lote depois deles retira de novo todo deslocamento.</translation>
    </message>
    <message>
        <source>In layer %1 the scale of the residual connection is 0, and is what the layer learns first.</source>
        <translation>Na camada %1 a escala da conexão residual é 0, e é o que a camada aprende primeiro.</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, but the residual connection adds %5 to s times it in every hidden layer.</source>
        <translation>|w|·máx %1′ = %2 × %3 = %4: em nenhum lugar |w %1′(z)| ≥ 1, mas a conexão residual soma %5 a s vezes isso em cada camada oculta.</translation>
    </message>
    <message>
        <source>Dropout draws a mask for each input, so that even equal ones separate: there is no edge of chaos, and all pairs end at c* = %1, over ξc = %2 layers.</source>
        <translation>O dropout sorteia uma máscara para cada entrada, de modo que até as iguais se separam: não há borda do caos, e todos os pares terminam em c* = %1, ao longo de ξc = %2 camadas.</translation>
    </message>
    <message>
        <source>Fixup</source>
        <translation>Fixup</translation>
    </message>
    <message>
        <source>The last layer and every residual layer start at 0, the others by He’s rule: a branch of one matrix has nothing to scale, and starts as the identity (Zhang, Dauphin &amp; Ma 2019).</source>
        <translation>A última camada e toda camada residual começam em 0, as outras pela regra de He: um ramo de uma só matriz não tem o que escalar e começa como a identidade (Zhang, Dauphin &amp; Ma 2019).</translation>
    </message>
    <message>
        <source>LSUV</source>
        <translation>LSUV</translation>
    </message>
    <message>
        <source>Orthonormal weights, scaled layer by layer until z has the variance 1 over the examples at hand: the only rule that looks at the data for its weights (Mishkin &amp; Matas 2016).</source>
        <translation>Pesos ortonormais, escalados camada por camada até que z tenha variância 1 sobre os exemplos disponíveis: a única regra que olha os dados para os pesos (Mishkin &amp; Matas 2016).</translation>
    </message>
    <message>
        <source>a gate already decides how much of f(z) comes in, so no other scale goes with it: choose the constant 1.</source>
        <translation>uma porta já diz quanto de f(z) entra, de modo que com ela não cabe outra escala: escolha a constante 1.</translation>
    </message>
    <message>
        <source>a dropout of 1 leaves every hidden neuron out; it must be below 1.</source>
        <translation>um dropout de 1 deixa de fora todos os neurônios ocultos; deve ser menor que 1.</translation>
    </message>
    <message>
        <source>dropout needs a width of 2 or more: without the only neuron of a layer nothing is left.</source>
        <translation>o dropout precisa de largura 2 ou mais: sem o único neurônio de uma camada não sobra nada.</translation>
    </message>
    <message>
        <source>Dropout leaves out about %1 % of the hidden neurons, different ones in every step and example: what is shown is the network with its mask.</source>
        <translation>O dropout deixa de fora cerca de %1 % dos neurônios ocultos, diferentes a cada passo e exemplo: o que se mostra é a rede com a sua máscara.</translation>
    </message>
    <message>
        <source>Dropout makes every mean square 1/(1 − p) times as large, so that the line lies at a smaller σw; two equal inputs do not stay equal on it.</source>
        <translation>O dropout torna cada média dos quadrados 1/(1 − p) vezes maior, de modo que a linha fica em um σw menor; sobre ela duas entradas iguais não permanecem iguais.</translation>
    </message>
    <message>
        <source>A residual connection needs two layers of the same width: hidden layers after one of a different width, which have none: %1.</source>
        <translation>Uma conexão residual precisa de duas camadas da mesma largura: camadas ocultas depois de uma de outra largura, que não têm nenhuma: %1.</translation>
    </message>
    <message>
        <source>A residual connection needs a hidden layer as wide as the one before it; none is.</source>
        <translation>Uma conexão residual precisa de uma camada oculta tão larga quanto a anterior; nenhuma é.</translation>
    </message>
    <message>
        <source>No layer has a residual connection for this to scale.</source>
        <translation>Nenhuma camada tem uma conexão residual da qual esta seria a escala.</translation>
    </message>
    <message>
        <source>There is no normalization to position.</source>
        <translation>Não há normalização a posicionar.</translation>
    </message>
    <message>
        <source>1, constant</source>
        <translation>1, constante</translation>
    </message>
    <message>
        <source>1/√L, constant</source>
        <translation>1/√L, constante</translation>
    </message>
    <message>
        <source>Learned from 0 (ReZero)</source>
        <translation>ReZero, desde 0</translation>
    </message>
    <message>
        <source>After w</source>
        <translation>Depois de w</translation>
    </message>
    <message>
        <source>Before w (pre-norm)</source>
        <translation>Pre-norm</translation>
    </message>
    <message>
        <source>After the residual (post-norm)</source>
        <translation>Post-norm</translation>
    </message>
    <message>
        <source>Residual scale</source>
        <translation>Escala residual</translation>
    </message>
    <message>
        <source>What a layer with a residual connection multiplies its activation by, s f(z) + α a: 1, 1/√L, or a number of each layer’s own that starts at 0 and is learnt.</source>
        <translation>Por quanto uma camada com conexão residual multiplica a sua ativação, s f(z) + α a: 1, 1/√L ou um número próprio de cada camada que começa em 0 e é aprendido.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Brings the numbers of each hidden layer to mean 0 and deviation 1, over the neurons of one example (layer) or over the examples (batch); or over the neurons to mean square 1 alone (RMS).</source>
        <translation>Leva os números de cada camada oculta à média 0 e ao desvio 1, sobre os neurônios de um exemplo (camada) ou sobre os exemplos (lote); ou, sobre os neurônios, só à média dos quadrados 1 (RMS).</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posição</translation>
    </message>
    <message>
        <source>What is normalized: the weighted inputs, after w; what a hidden layer gives on its way into the next one’s w, while the residual connection passes it on as it is (pre-norm); or what it gives, the residual connection included (post-norm).</source>
        <translation>O que é normalizado: as entradas ponderadas, depois de w; o que uma camada oculta fornece, a caminho do w da seguinte, enquanto a conexão residual o passa adiante como é (pre-norm); ou o que ela fornece, incluída a conexão residual (post-norm).</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>The probability with which a hidden neuron is left out, drawn anew in every step and example; the others are made larger by 1/(1 − p). All figures show the network with its mask, as a training meets it; held-out examples are tested with all neurons. 0 is off.</source>
        <translation>A probabilidade com que um neurônio oculto é deixado de fora, sorteada de novo a cada passo e exemplo; os outros crescem por 1/(1 − p). Todas as figuras mostram a rede com a sua máscara, como o treinamento a encontra; exemplos reservados são testados com todos os neurônios. 0 desliga.</translation>
    </message>
    <message>
        <source>No spectrum under dropout: every example and every step has a network, and a Jacobian, of its own.</source>
        <translation>Não há espectro com dropout: cada exemplo e cada passo tem uma rede, e uma jacobiana, próprias.</translation>
    </message>
    <message>
        <source>Mean field theory applies to weights whose variance a rule gives beforehand; “%1” does not.</source>
        <translation>A teoria do campo médio trata de pesos cuja variância uma regra dá de antemão; “%1” não dá.</translation>
    </message>
    <message>
        <source>The maps of two inputs cover layers of weights, biases, activation and dropout; here there is more in a layer.</source>
        <translation>Os mapas de duas entradas tratam de camadas de pesos, vieses, ativação e dropout; aqui há mais em uma camada.</translation>
    </message>
    <message>
        <source>Xiong et al.: before or after the residual</source>
        <translation>Xiong et al.: antes ou depois do residual</translation>
    </message>
    <message>
        <source>Normalized after every residual addition (post-norm), 40 layers: the layers near the output learn fast, and every layer towards the input more slowly. Pinned: normalized on the way into w (pre-norm), where all hidden layers learn at about the same speed, those near the output far more slowly than with post-norm; and after w.</source>
        <translation>Normalização depois de cada soma residual (post-norm), 40 camadas: as camadas perto da saída aprendem rápido, e cada camada rumo à entrada, mais devagar. Fixadas: normalização a caminho de w (pre-norm), em que todas as camadas ocultas aprendem mais ou menos à mesma velocidade, as próximas da saída bem mais devagar que com post-norm; e depois de w.</translation>
    </message>
    <message>
        <source>R. Xiong et al., On layer normalization in the Transformer architecture (2020)</source>
        <translation>R. Xiong et al., On layer normalization in the Transformer architecture (2020)</translation>
    </message>
    <message>
        <source>pre-norm</source>
        <translation>pre-norm</translation>
    </message>
    <message>
        <source>after w</source>
        <translation>depois de w</translation>
    </message>
    <message>
        <source>The order matters</source>
        <translation>A ordem importa</translation>
    </message>
    <message>
        <source>The same parts, a normalization and a residual connection, in two orders.</source>
        <translation>As mesmas peças, uma normalização e uma conexão residual, em duas ordens.</translation>
    </message>
    <message>
        <source>Forty ReLU layers with residual connections. Each adds its input to its activation and normalizes the sum: a = N(f(z) + a′). The first Transformers were built this way.</source>
        <translation>Quarenta camadas ReLU com conexões residuais. Cada uma soma a entrada à sua ativação e normaliza a soma: a = N(f(z) + a′). Os primeiros Transformers eram assim.</translation>
    </message>
    <message>
        <source>Which layers learn fastest at the start?</source>
        <translation>Quais camadas aprendem mais rápido no início?</translation>
    </message>
    <message>
        <source>Those near the input</source>
        <translation>As próximas da entrada</translation>
    </message>
    <message>
        <source>Those near the output</source>
        <translation>As próximas da saída</translation>
    </message>
    <message>
        <source>All about equally fast</source>
        <translation>Todas mais ou menos à mesma velocidade</translation>
    </message>
    <message>
        <source>Those near the output. On its way back the gradient passes the normalization of every layer, which divides it by the deviation of the sum; the residual connection leads around w and f, but not around that.</source>
        <translation>As próximas da saída. No caminho de volta o gradiente passa pela normalização de cada camada, que o divide pelo desvio da soma; a conexão residual contorna w e f, mas não isso.</translation>
    </message>
    <message>
        <source>Now each layer normalizes only what goes into its w, and adds its input as it is: a = f(w N(a′) + b) + a′. The same parts, in another order.</source>
        <translation>Agora cada camada normaliza só o que entra em seu w e soma a entrada como é: a = f(w N(a′) + b) + a′. As mesmas peças, em outra ordem.</translation>
    </message>
    <message>
        <source>How many times faster than layer 39 does layer 1 learn? An answer within a factor of 4 is accepted.</source>
        <translation>Quantas vezes mais rápido que a camada 39 aprende a camada 1? Aceita-se uma resposta dentro de um fator de 4.</translation>
    </message>
    <message>
        <source>Less than three times faster, where it was six hundred times slower. From the output to the input there is now a path that nothing obstructs, and every layer is a small addition to it.</source>
        <translation>Menos de três vezes mais rápido, onde era seiscentas vezes mais devagar. Da saída à entrada há agora um caminho que nada obstrui, e cada camada é um pequeno acréscimo a ele.</translation>
    </message>
    <message>
        <source>Xiong et al. prove more. Ten tanh layers with layer normalization before w; watch the layer before the last.</source>
        <translation>Xiong et al. provam mais. Dez camadas tanh com normalização por camada antes de w; observe a penúltima camada.</translation>
    </message>
    <message>
        <source>Four times as many layers: how fast will the layer before the last learn?</source>
        <translation>Quatro vezes mais camadas: quão rápido aprenderá a penúltima camada?</translation>
    </message>
    <message>
        <source>As fast as before</source>
        <translation>Tão rápido quanto antes</translation>
    </message>
    <message>
        <source>Half as fast</source>
        <translation>Com metade da velocidade</translation>
    </message>
    <message>
        <source>A quarter as fast</source>
        <translation>Com um quarto da velocidade</translation>
    </message>
    <message>
        <source>Half as fast: as 1/√L. What the layers add up grows as √L, and the last normalization divides the gradient by it. After the residual connection nothing adds up, so that the layers near the output learn as fast at any depth: such networks need small first steps, a warm-up.</source>
        <translation>Com metade da velocidade: como 1/√L. O que as camadas acumulam cresce como √L, e a última normalização divide o gradiente por isso. Depois da conexão residual nada se acumula, de modo que as camadas perto da saída aprendem igualmente rápido em qualquer profundidade: tais redes precisam de primeiros passos pequenos, um aquecimento.</translation>
    </message>
    <message>
        <source>Back to forty layers that normalize after the residual connection.</source>
        <translation>De volta às quarenta camadas que normalizam depois da conexão residual.</translation>
    </message>
    <message>
        <source>Leave the normalization where it is, and bring layer 1 to at least a twentieth of the speed of layer 39.</source>
        <translation>Deixe a normalização onde está e leve a camada 1 a pelo menos um vigésimo da velocidade da camada 39.</translation>
    </message>
    <message>
        <source>A normalization divides by little where little was added.</source>
        <translation>Uma normalização divide por pouco onde pouco foi somado.</translation>
    </message>
    <message>
        <source>Forty branches that add 1/√40 each add up to what one does.</source>
        <translation>Quarenta ramos que somam 1/√40 cada um somam juntos o que soma um só.</translation>
    </message>
    <message>
        <source>the map that “map --out FILE.json” or “merge” has written, for the figure map</source>
        <translation>o mapa que “map --out FILE.json” ou “merge” gravou, para a figura map</translation>
    </message>
    <message>
        <source>--sweep: “%1” moves twice.</source>
        <translation>--sweep: “%1” move-se duas vezes.</translation>
    </message>
    <message>
        <source>A frame holds up to %1 figures, not %2.</source>
        <translation>Um quadro comporta até %1 figuras, não %2.</translation>
    </message>
    <message>
        <source>Figures in motion: parameters move, or the network is trained.</source>
        <translation>Figuras em movimento: parâmetros se movem, ou a rede é treinada.</translation>
    </message>
    <message>
        <source>“deltascope-cli list figures” names the figures; up to four are shown side by side. The axes
hold still. Of a map the cross moves where a parameter moves that it is over; its cells follow
any other one:
deltascope-cli animate map factors --preset where_it_survives --sweep weight=1:14 --out f.mp4</source>
        <translation>“deltascope-cli list figures” dá o nome das figuras; até quatro ficam lado a lado. Os eixos ficam
parados. Em um mapa a cruz se move quando se move um parâmetro dos eixos; as células seguem
qualquer outro:
deltascope-cli animate map factors --preset where_it_survives --sweep weight=1:14 --out f.mp4</translation>
    </message>
    <message>
        <source>Nothing on this map moves while the network is trained: name a parameter that moves, or change one of its own in mid-training.</source>
        <translation>Nada se move neste mapa enquanto a rede é treinada: indique um parâmetro que se mova, ou mude um dos dele no meio do treinamento.</translation>
    </message>
    <message>
        <source>The cost of a spiral after 300 epochs, for each learning rate and depth. Too small a rate learns nothing yet, too large a one throws the network where it learns nothing more; the deeper the network, the smaller the largest rate that still works. The presets for momentum, Nesterov and Adam show the same valley under each.</source>
        <translation>O custo de uma espiral depois de 300 épocas, para cada taxa de aprendizado e profundidade. Uma taxa pequena demais ainda não aprende nada, uma grande demais lança a rede para onde ela não aprende mais; quanto mais profunda a rede, menor a maior taxa que ainda funciona. As predefinições para momentum, Nesterov e Adam mostram o mesmo vale sob cada um deles.</translation>
    </message>
    <message>
        <source>Learning rate and depth: Adam</source>
        <translation>Taxa de aprendizado e profundidade: Adam</translation>
    </message>
    <message>
        <source>The same spiral with Adam, whose steps are about as long as the rate says, however small the gradient: its valley is wide, lies near 0.03, and reaches down to eight layers, whose spirals plain descent never learns at any rate.</source>
        <translation>A mesma espiral com Adam, cujos passos têm mais ou menos o comprimento que a taxa diz, por menor que seja o gradiente: seu vale é largo, fica perto de 0,03 e vai até oito camadas, cuja espiral a descida simples não aprende com taxa nenhuma.</translation>
    </message>
    <message>
        <source>D. Kingma &amp; J. Ba, Adam: a method for stochastic optimization (2015), section 2.1: the effective step is bounded by the learning rate</source>
        <translation>D. Kingma &amp; J. Ba, Adam: a method for stochastic optimization (2015), seção 2.1: o passo efetivo é limitado pela taxa de aprendizado</translation>
    </message>
    <message>
        <source>Learning rate and depth: momentum</source>
        <translation>Taxa de aprendizado e profundidade: momentum</translation>
    </message>
    <message>
        <source>The same spiral with momentum 0.9. While rates are small it learns as plain descent does at ten times the rate, 1/(1 − μ): the left flank of the valley is the same, moved by one decade. But the valley is deeper: four layers learn the spiral, which plain descent never does in 300 epochs.</source>
        <translation>A mesma espiral com momentum 0,9. Enquanto as taxas são pequenas, ele aprende como a descida simples com uma taxa dez vezes maior, 1/(1 − μ): a encosta esquerda do vale é a mesma, deslocada de uma década. Mas o vale é mais fundo: quatro camadas aprendem a espiral, o que a descida simples não consegue em 300 épocas.</translation>
    </message>
    <message>
        <source>I. Sutskever et al., On the importance of initialization and momentum in deep learning (2013), section 2: small steps add up to 1/(1 − μ) of themselves</source>
        <translation>I. Sutskever et al., On the importance of initialization and momentum in deep learning (2013), seção 2: passos pequenos somam 1/(1 − μ) de si mesmos</translation>
    </message>
    <message>
        <source>Learning rate and depth: Nesterov</source>
        <translation>Taxa de aprendizado e profundidade: Nesterov</translation>
    </message>
    <message>
        <source>The same spiral with Nesterov’s momentum. At small rates it cannot be told apart from classical momentum; where steps are large it looks ahead before it corrects itself, and some networks are saved that momentum throws away.</source>
        <translation>A mesma espiral com o momentum de Nesterov. Com taxas pequenas não se distingue do momentum clássico; onde os passos são grandes, ele olha adiante antes de se corrigir, e salvam-se algumas redes que o momentum joga fora.</translation>
    </message>
    <message>
        <source>I. Sutskever et al., On the importance of initialization and momentum in deep learning (2013), section 2.1</source>
        <translation>I. Sutskever et al., On the importance of initialization and momentum in deep learning (2013), seção 2.1</translation>
    </message>
    <message>
        <source>A larger figure shows the notes (%1).</source>
        <translation>Uma figura maior mostra as notas (%1).</translation>
    </message>
    <message>
        <source>Largest σ of 10 Gaussian linear layers, σw = 1</source>
        <translation>Maior σ de 10 camadas lineares gaussianas, σw = 1</translation>
    </message>
    <message>
        <source>The same, measured, %1 wide</source>
        <translation>O mesmo, medido, com largura %1</translation>
    </message>
    <message>
        <source>Variance of σ² of %1 orthogonal ReLU layers, ⟨σ²⟩ = 1: it grows like L</source>
        <translation>Variância de σ² de %1 camadas ReLU ortogonais, ⟨σ²⟩ = 1: cresce como L</translation>
    </message>
    <message>
        <source>The same of %1 tanh layers at small q: it stays</source>
        <translation>O mesmo de %1 camadas tanh com q pequeno: não cresce</translation>
    </message>
    <message>
        <source>Schoenholz et al. (2017), figure 5, tanh, σb² = 0.05</source>
        <translation>Schoenholz et al. (2017), figura 5, tanh, σb² = 0,05</translation>
    </message>
    <message>
        <source>Depth scale |1/ln χ₁| at σw² = %1</source>
        <translation>Escala de profundidade |1/ln χ₁| em σw² = %1</translation>
    </message>
    <message>
        <source>Poole et al. (2016), its integrals computed independently</source>
        <translation>Poole et al. (2016), com as integrais calculadas de forma independente</translation>
    </message>
    <message>
        <source>q* of tanh layers, σw = 2.5, σb = 0.3</source>
        <translation>q* de camadas tanh, σw = 2,5, σb = 0,3</translation>
    </message>
    <message>
        <source>The slope of the length map there</source>
        <translation>A inclinação do mapa de comprimentos ali</translation>
    </message>
    <message>
        <source>χ₁ there, the slope of the correlation map at c = 1</source>
        <translation>χ₁ ali, a inclinação do mapa de correlações em c = 1</translation>
    </message>
    <message>
        <source>c* there, where unlike inputs end</source>
        <translation>c* ali, onde terminam entradas diferentes</translation>
    </message>
    <message>
        <source>The slope at c*</source>
        <translation>A inclinação em c*</translation>
    </message>
    <message>
        <source>closed form: ln(s/u₀ − 1)/(2s) (Saxe et al. 2014)</source>
        <translation>forma fechada: ln(s/u₀ − 1)/(2s) (Saxe et al. 2014)</translation>
    </message>
    <message>
        <source>Time until two linear layers know half of a mode of strength %1</source>
        <translation>Tempo até duas camadas lineares saberem metade de um modo de intensidade %1</translation>
    </message>
    <message>
        <source>The same of strength %1, measured in a training with η = %2</source>
        <translation>O mesmo para a intensidade %1, medido em um treinamento com η = %2</translation>
    </message>
    <message>
        <source>start a₀</source>
        <translation>início a₀</translation>
    </message>
    <message>
        <source>The fixed point a = %1 attracts, ever more slowly: the factor there is %2.</source>
        <translation>O ponto fixo a = %1 atrai, cada vez mais devagar: o fator ali é %2.</translation>
    </message>
    <message>
        <source>Where a point attracts, the factors of an orbit that settles multiply to at most 1 in size: there growth ends. An orbit that runs off, or never settles, may grow on.</source>
        <translation>Onde um ponto atrai, o produto dos fatores de uma órbita que se estabiliza é no máximo 1 em módulo: ali o crescimento termina. Uma órbita que escapa para longe, ou que nunca se estabiliza, pode continuar crescendo.</translation>
    </message>
    <message>
        <source>An orbit settles where a point attracts, and there its factors multiply to at most 1 in size: growth lasts only while it is on its way, or exactly on a point that repels.</source>
        <translation>Uma órbita se estabiliza onde um ponto atrai, e ali o produto dos fatores é no máximo 1 em módulo: o crescimento só dura enquanto ela está a caminho, ou exatamente sobre um ponto que repele.</translation>
    </message>
    <message>
        <source>A chain whose layers all have one weight and one bias is one map, a → f(wa + b), again and again: from aˡ⁻¹ up to the curve, across to the diagonal, and on. Where the curve crosses the diagonal a stays; there the slope of the curve is the factor of every further layer. A point that attracts has a factor of at most 1 in size, so the gradient of an orbit that settles cannot grow for ever. Press anywhere and drag: the start a₀ follows.</source>
        <translation>Uma cadeia cujas camadas têm todas o mesmo peso e o mesmo viés é um só mapa, a → f(wa + b), repetido: de aˡ⁻¹ sobe-se à curva, passa-se à diagonal, e assim por diante. Onde a curva cruza a diagonal, a permanece; ali a inclinação da curva é o fator de cada camada seguinte. Um ponto que atrai tem um fator de no máximo 1 em módulo, de modo que o gradiente de uma órbita que se estabiliza não pode crescer para sempre. Pressione em qualquer lugar e arraste: o início a₀ acompanha.</translation>
    </message>
    <message>
        <source>Whether a network of 32 tanh neurons per layer learns 200 digits in 30 epochs, for each σ_w and depth. It learns as deep as the gradient reaches: deepest where χ₁ = 1, at σ_w = 1.33, and on both sides only to about 6ξ, the line, ξ = −1/ln χ₁ being the depth over which signals survive in theory. The map takes some minutes to compute, and comes with the program.</source>
        <translation>Se uma rede de 32 neurônios tanh por camada aprende 200 dígitos em 30 épocas, para cada σ_w e profundidade. Ela aprende até onde o gradiente alcança: mais longe onde χ₁ = 1, em σ_w = 1,33, e dos dois lados só até cerca de 6ξ, a linha, sendo ξ = −1/ln χ₁ a profundidade ao longo da qual, em teoria, os sinais sobrevivem. O mapa leva alguns minutos de cálculo e vem com o programa.</translation>
    </message>
    <message>
        <source>Two inputs must stay two: the depth scale, and networks that were trained.</source>
        <translation>Duas entradas têm de continuar duas: a escala de profundidade, e redes que foram treinadas.</translation>
    </message>
    <message>
        <source>Now the test. Networks of 32 tanh neurons per layer were trained on 200 digits for 30 epochs, one for each of 17 values of σw and 12 depths: the map, once you have answered. At σw = 1, σb² = 0.05 the depth scale is ξ = 3.6 layers, and six of them are 22 layers. Chance alone gets one digit in ten right.</source>
        <translation>Agora o teste. Redes de 32 neurônios tanh por camada foram treinadas com 200 dígitos por 30 épocas, uma para cada um de 17 valores de σw e de 12 profundidades: é o mapa, assim que você responder. Em σw = 1, σb² = 0,05 a escala de profundidade é ξ = 3,6 camadas, e seis delas são 22 camadas. Só o acaso acerta um dígito em dez.</translation>
    </message>
    <message>
        <source>σw = 1, 40 layers: how many of the digits does this network learn?</source>
        <translation>σw = 1, 40 camadas: quantos dos dígitos esta rede aprende?</translation>
    </message>
    <message>
        <source>Nearly all of them, more slowly</source>
        <translation>Quase todos, mais devagar</translation>
    </message>
    <message>
        <source>About half of them</source>
        <translation>Cerca da metade</translation>
    </message>
    <message>
        <source>Hardly more than chance</source>
        <translation>Pouco mais que o acaso</translation>
    </message>
    <message>
        <source>13 % of them: nothing of what tells one digit from another reaches its output. The networks that learn lie under the line 6ξ: about 16 layers at σw = 1, and the deepest near σw = 1.33, where χ₁ = 1. There theory sets no limit; 30 epochs and 32 neurons do, at about 30 layers. Further right gradients explode, and the reach falls again. Drag the cross: the other figures follow.</source>
        <translation>13 % deles: nada do que distingue um dígito de outro chega à saída. As redes que aprendem ficam abaixo da linha 6ξ: cerca de 16 camadas em σw = 1, e as mais profundas perto de σw = 1,33, onde χ₁ = 1. Ali a teoria não impõe limite; 30 épocas e 32 neurônios impõem, em cerca de 30 camadas. Mais à direita os gradientes explodem, e o alcance volta a cair. Arraste a cruz: as outras figuras acompanham.</translation>
    </message>
    <message>
        <source>Twelve layers at the same σw: within 6ξ, and it learns them all. A network can be as deep as its signals reach, and to see how deep that is takes no training, only χ₁.</source>
        <translation>Doze camadas com o mesmo σw: dentro de 6ξ, e ela aprende todos. Uma rede pode ser tão profunda quanto seus sinais alcançam, e para ver até onde não é preciso treinar: basta χ₁.</translation>
    </message>
    <message>
        <source>Points that attract have slopes of at most 1 in size; that is what attracting means. And an orbit of a bounded, monotone map must end at one of them, or on a 2-cycle of them.</source>
        <translation>Pontos que atraem têm inclinações de no máximo 1 em módulo; é isso que atrair significa. E uma órbita de um mapa limitado e monótono tem de terminar em um deles, ou em um ciclo de período 2 deles.</translation>
    </message>
    <message>
        <source>Source: %1.</source>
        <translation>Fonte: %1.</translation>
    </message>
    <message>
        <source>Cohen et al.: the edge of stability</source>
        <translation>Cohen et al.: a borda da estabilidade</translation>
    </message>
    <message>
        <source>Gradient descent on the whole data set, η = 0.5: the largest curvature of the cost rises until it is 2/η = 4, where a step along it no longer shrinks what it corrects, and stays there while the cost goes on falling. Halve η, and the limit is 8, and the curvature stays at about 4 by itself.</source>
        <translation>Descida do gradiente com todos os exemplos, η = 0,5: a maior curvatura do custo sobe até 2/η = 4, onde um passo ao longo dela já não diminui o que corrige, e fica ali enquanto o custo continua caindo. Com η pela metade o limite é 8, e a curvatura fica por si só em cerca de 4.</translation>
    </message>
    <message>
        <source>J. Cohen, S. Kaur, Y. Li, J. Z. Kolter and A. Talwalkar, Gradient descent on neural networks typically occurs at the edge of stability (2021)</source>
        <translation>J. Cohen, S. Kaur, Y. Li, J. Z. Kolter e A. Talwalkar, Gradient descent on neural networks typically occurs at the edge of stability (2021)</translation>
    </message>
    <message>
        <source>Klambauer et al.: self-normalizing networks</source>
        <translation>Klambauer et al.: redes autonormalizantes</translation>
    </message>
    <message>
        <source>SELU with LeCun’s rule keeps the mean and variance of what goes forward. Gradients are not kept: √χ₁ = 1.035 per layer, which makes a factor of 30 over 100 layers: slow, but without end.</source>
        <translation>A SELU com a regra de LeCun conserva a média e a variância do que avança. Os gradientes não se conservam: √χ₁ = 1,035 por camada, o que dá um fator de 30 em 100 camadas: lento, mas sem fim.</translation>
    </message>
    <message>
        <source>G. Klambauer, T. Unterthiner, A. Mayr and S. Hochreiter, Self-normalizing neural networks (2017)</source>
        <translation>G. Klambauer, T. Unterthiner, A. Mayr e S. Hochreiter, Self-normalizing neural networks (2017)</translation>
    </message>
    <message>
        <source>Kumar: a rule for the sigmoid</source>
        <translation>Kumar: uma regra para a sigmoide</translation>
    </message>
    <message>
        <source>Weights with standard deviation 3.6/√n keep the size of what goes forward through sigmoid layers. What comes back still shrinks, by √χ₁ = 0.60 per layer: after 20 layers more than four decades are gone. Pinned: Glorot’s rule, which loses twelve.</source>
        <translation>Pesos de desvio padrão 3,6/√n conservam o tamanho do que avança por camadas sigmoides. O que volta ainda encolhe, por √χ₁ = 0,60 a cada camada: depois de 20 camadas perdem-se mais de quatro décadas. Fixada: a regra de Glorot, que perde doze.</translation>
    </message>
    <message>
        <source>S. K. Kumar, On weight initialization in deep neural networks (2017)</source>
        <translation>S. K. Kumar, On weight initialization in deep neural networks (2017)</translation>
    </message>
    <message>
        <source>Glorot</source>
        <translation>Glorot</translation>
    </message>
    <message>
        <source>Roberts et al.: the critical point of GELU</source>
        <translation>Roberts et al.: o ponto crítico da GELU</translation>
    </message>
    <message>
        <source>GELU has one critical point, σw² = 1.983 and σb² = 0.1729: there χ₁ = 1, and layer 1 of 60 learns about as fast as the last one. Pinned: He’s rule, made for ReLU. With it GELU’s signals shrink to nothing, and layer 1 learns three decades more slowly.</source>
        <translation>A GELU tem um ponto crítico, σw² = 1,983 e σb² = 0,1729: ali χ₁ = 1, e a camada 1 de 60 aprende mais ou menos à mesma velocidade que a última. Fixada: a regra de He, feita para a ReLU. Com ela os sinais da GELU encolhem a nada, e a camada 1 aprende três décadas mais devagar.</translation>
    </message>
    <message>
        <source>D. A. Roberts, S. Yaida and B. Hanin, The Principles of Deep Learning Theory (2022), chapter 5</source>
        <translation>D. A. Roberts, S. Yaida e B. Hanin, The Principles of Deep Learning Theory (2022), capítulo 5</translation>
    </message>
    <message>
        <source>Layer %1 has z = %2, where %3′(z) = 0, as it is everywhere.</source>
        <translation>A camada %1 tem z = %2, onde %3′(z) = 0, como em toda parte.</translation>
    </message>
    <message>
        <source>the formula divides by 0 at z = %1 (column %2); an activation needs a value at every z.</source>
        <translation>a fórmula divide por 0 em z = %1 (coluna %2); uma ativação precisa de um valor em todo z.</translation>
    </message>
    <message>
        <source>the formula has no value at z = %1: the power at column %2, which is not a whole number from −64 to 64, is taken there of a number that is not above 0.</source>
        <translation>a fórmula não tem valor em z = %1: a potência na coluna %2, que não é um número inteiro de −64 a 64, é ali de um número que não é maior que 0.</translation>
    </message>
    <message>
        <source>the formula has no finite slope at z = %1: the root at column %2 is taken there of a number that is not above 0.</source>
        <translation>a fórmula não tem inclinação finita em z = %1: a raiz na coluna %2 é ali de um número que não é maior que 0.</translation>
    </message>
    <message>
        <source>the formula has no value at z = %1: the logarithm at column %2 is taken there of a number that is not above 0.</source>
        <translation>a fórmula não tem valor em z = %1: o logaritmo na coluna %2 é ali de um número que não é maior que 0.</translation>
    </message>
    <message>
        <source>the slope of the formula grows without end; an activation needs a largest slope, as that of tanh(z) is 1.</source>
        <translation>a inclinação da fórmula cresce sem fim; uma ativação precisa de uma inclinação máxima, como a de tanh(z), que é 1.</translation>
    </message>
    <message>
        <source>the formula has more than %1 characters; a shorter one is needed.</source>
        <translation>a fórmula tem mais de %1 caracteres; é necessária uma mais curta.</translation>
    </message>
    <message>
        <source>the “)” at column %1 of the formula closes nothing; take it away, or open it with “(”.</source>
        <translation>o “)” na coluna %1 da fórmula não fecha nada; retire-o ou abra-o com “(”.</translation>
    </message>
    <message>
        <source>the “,” at column %1 of the formula stands outside a function; the decimal mark is a point.</source>
        <translation>a “,” na coluna %1 da fórmula está fora de uma função; o separador decimal é o ponto.</translation>
    </message>
    <message>
        <source>“%1” at column %2 of the formula follows a finished value; an operator + − * / ^ is needed between them.</source>
        <translation>“%1” na coluna %2 da fórmula vem depois de um valor completo; entre eles é necessário um operador + − * / ^.</translation>
    </message>
    <message>
        <source>the formula is nested more than %1 deep at column %2; take some parentheses or signs away.</source>
        <translation>a fórmula tem mais de %1 níveis na coluna %2; retire alguns parênteses ou sinais.</translation>
    </message>
    <message>
        <source>the formula is empty; an expression in z is needed, as z*tanh(z).</source>
        <translation>a fórmula está vazia; é necessária uma expressão em z, como z*tanh(z).</translation>
    </message>
    <message>
        <source>the formula ends at column %1, where a number, z, a function or “(” is needed.</source>
        <translation>a fórmula termina na coluna %1, onde é necessário um número, z, uma função ou “(”.</translation>
    </message>
    <message>
        <source>“%1” at column %2 of the formula is not allowed there; a number, z, a function or “(” is needed.</source>
        <translation>“%1” não pode estar na coluna %2 da fórmula; ali é necessário um número, z, uma função ou “(”.</translation>
    </message>
    <message>
        <source>the formula ends before the “(” at column %1 is closed; a “)” is missing.</source>
        <translation>a fórmula termina antes que o “(” da coluna %1 seja fechado; falta um “)”.</translation>
    </message>
    <message>
        <source>“%1” at column %2 of the formula stands where an operator or the “)” of the “(” at column %3 is needed.</source>
        <translation>“%1” está na coluna %2 da fórmula, onde é necessário um operador ou o “)” do “(” da coluna %3.</translation>
    </message>
    <message>
        <source>the number at column %1 of the formula is beyond the range of a double.</source>
        <translation>o número na coluna %1 da fórmula está fora do alcance de um double.</translation>
    </message>
    <message>
        <source>there is no number at column %1 of the formula: digits are missing.</source>
        <translation>não há número na coluna %1 da fórmula: faltam algarismos.</translation>
    </message>
    <message>
        <source>“%1” at column %2 of the formula is not known; there is z, pi, e and the functions %3.</source>
        <translation>“%1” na coluna %2 da fórmula não é conhecido; há z, pi, e e as funções %3.</translation>
    </message>
    <message>
        <source>after “%1” at column %2 of the formula its argument in “(” and “)” is needed.</source>
        <translation>depois de “%1” na coluna %2 da fórmula é necessário seu argumento entre “(” e “)”.</translation>
    </message>
    <message>
        <source>“%1” at column %2 of the formula needs two arguments, with a “,” between them.</source>
        <translation>“%1” na coluna %2 da fórmula precisa de dois argumentos, com uma “,” entre eles.</translation>
    </message>
    <message>
        <source>the formula has more than %1 operations at column %2; a shorter one is needed.</source>
        <translation>a fórmula tem mais de %1 operações na coluna %2; é necessária uma mais curta.</translation>
    </message>
    <message>
        <source>An expression in z that you type, as z*tanh(log(1+exp(z))): its slope is found by differentiating it, in the tails too, where doubles end.</source>
        <translation>Uma expressão em z que você digita, como z*tanh(log(1+exp(z))): sua inclinação é obtida derivando-a, também nas caudas, onde os doubles terminam.</translation>
    </message>
    <message>
        <source>Hard tanh</source>
        <translation>Tanh rígida</translation>
    </message>
    <message>
        <source>tanh in three straight lines: slope 1 between −1 and 1, exactly 0 at and beyond them (Collobert 2004).</source>
        <translation>tanh em três retas: inclinação 1 entre −1 e 1, exatamente 0 neles e além deles (Collobert 2004).</translation>
    </message>
    <message>
        <source>A rectifier with slope 0.01 below 0 and at 0, or another one that you set, so that no neuron is ever quite dead (Maas, Hannun &amp; Ng 2013).</source>
        <translation>Um retificador com inclinação 0,01 abaixo de 0 e em 0, ou outra que você define, de modo que nenhum neurônio fica de todo morto (Maas, Hannun &amp; Ng 2013).</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>The input times tanh of its softplus: a smooth rectifier that dips below 0, so that its slope is negative below z = −1.192 and above 1 around z = 1.49 (Misra 2019).</source>
        <translation>A entrada vezes a tanh do seu softplus: um retificador suave que desce abaixo de 0, de modo que sua inclinação é negativa abaixo de z = −1,192 e maior que 1 em torno de z = 1,49 (Misra 2019).</translation>
    </message>
    <message>
        <source>The threshold of the perceptron: its slope is exactly 0 everywhere, so no gradient at all passes it and only what comes after it learns (McCulloch &amp; Pitts 1943; Rosenblatt 1958).</source>
        <translation>O limiar do perceptron: sua inclinação é exatamente 0 em toda parte, de modo que nenhum gradiente passa por ele e só aprende o que vem depois (McCulloch &amp; Pitts 1943; Rosenblatt 1958).</translation>
    </message>
    <message>
        <source>No layer has the activation “%1”, which this is about.</source>
        <translation>Nenhuma camada tem a ativação “%1”, da qual isto trata.</translation>
    </message>
    <message>
        <source>Slope below 0</source>
        <translation>Inclinação abaixo de 0</translation>
    </message>
    <message>
        <source>The slope of leaky ReLU below 0: 0 is ReLU, 1 the identity, −1 the absolute value.</source>
        <translation>A inclinação da leaky ReLU abaixo de 0: 0 é a ReLU, 1 a identidade, −1 o valor absoluto.</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Inclinação</translation>
    </message>
    <message>
        <source>an expression in z is needed, as a text: &quot;z*tanh(log(1+exp(z)))&quot;.</source>
        <translation>é necessária uma expressão em z, como texto: &quot;z*tanh(log(1+exp(z)))&quot;.</translation>
    </message>
    <message>
        <source>The activation “Formula”: an expression in z with + − * / ^, exp, log, tanh, sin, erf, abs, max, min and more; its slope is found by differentiating it.</source>
        <translation>A ativação “Fórmula”: uma expressão em z com + − * / ^, exp, log, tanh, sin, erf, abs, max, min e outras; sua inclinação é obtida derivando-a.</translation>
    </message>
    <message>
        <source>A typed activation at its critical gain</source>
        <translation>Uma ativação digitada em seu ganho crítico</translation>
    </message>
    <message>
        <source>Mish, typed as z*tanh(log(1+exp(z))). From the formula alone its critical point is found, σw² = 2.0135 and σb² = 0.0945: there χ₁ = 1, and gradients neither vanish nor explode over 50 layers. Pinned: σw = 1, where they vanish. Type another formula and press Set to critical beside the gain.</source>
        <translation>Mish, digitada como z*tanh(log(1+exp(z))). Só da fórmula se obtém seu ponto crítico, σw² = 2,0135 e σb² = 0,0945: ali χ₁ = 1, e os gradientes não se dissipam nem explodem ao longo de 50 camadas. Fixada: σw = 1, onde se dissipam. Digite outra fórmula e pressione Levar ao ponto crítico ao lado do ganho.</translation>
    </message>
    <message>
        <source>D. Misra, Mish: A self regularized non-monotonic activation function (2019); D. Roberts, S. Yaida, B. Hanin, The Principles of Deep Learning Theory (2022), section 5.3</source>
        <translation>D. Misra, Mish: A self regularized non-monotonic activation function (2019); D. Roberts, S. Yaida, B. Hanin, The Principles of Deep Learning Theory (2022), seção 5.3</translation>
    </message>
    <message>
        <source>σw = 1</source>
        <translation>σw = 1</translation>
    </message>
    <message>
        <source>One sigmoid layer among ReLUs</source>
        <translation>Uma camada sigmoide entre ReLUs</translation>
    </message>
    <message>
        <source>He&apos;s weights let every ReLU layer pass the gradient on as large as it came. Layer 5 alone is sigmoid: with a slope of at most 1/4 it lets through no more than √(2/16) = 0.354 of it, and all layers before it learn that much more slowly. Pinned: ReLU throughout.</source>
        <translation>Os pesos de He fazem cada camada ReLU passar o gradiente adiante tão grande quanto veio. Só a camada 5 é sigmoide: com inclinação de no máximo 1/4, deixa passar não mais que √(2/16) = 0,354 dele, e todas as camadas antes dela aprendem mais devagar nessa mesma medida. Fixada: ReLU em toda parte.</translation>
    </message>
    <message>
        <source>X. Glorot, A. Bordes, Y. Bengio, Deep Sparse Rectifier Neural Networks (2011); K. He et al., Delving Deep into Rectifiers (2015)</source>
        <translation>X. Glorot, A. Bordes, Y. Bengio, Deep Sparse Rectifier Neural Networks (2011); K. He et al., Delving Deep into Rectifiers (2015)</translation>
    </message>
    <message>
        <source>all ReLU</source>
        <translation>toda de ReLU</translation>
    </message>
    <message>
        <source>Step (threshold)</source>
        <translation>Degrau (limiar)</translation>
    </message>
    <message>
        <source>factor ∂a/∂a before</source>
        <translation>fator ∂a/∂a anterior</translation>
    </message>
    <message>
        <source>Adding problem</source>
        <translation>Problema da soma</translation>
    </message>
    <message>
        <source>Every step brings a random number and a mark; two numbers are marked, one in each half of the sequence, and the target is their sum, scaled to 0…1 (Hochreiter &amp; Schmidhuber 1997).</source>
        <translation>Cada passo traz um número aleatório e uma marca; dois números são marcados, um em cada metade da sequência, e o alvo é a soma deles, escalada para 0…1 (Hochreiter &amp; Schmidhuber 1997).</translation>
    </message>
    <message>
        <source>A sequence of one step has one number to add: tied layers with feed = every give it a step for every layer but the last.</source>
        <translation>Uma sequência de um só passo tem um só número a somar: camadas que compartilham pesos com feed = every dão-lhe um passo para cada camada menos a última.</translation>
    </message>
    <message>
        <source>First symbol</source>
        <translation>Primeiro símbolo</translation>
    </message>
    <message>
        <source>A sequence that begins with 1 or −1 and goes on with noise of mean square m; the target is that first symbol, as many steps later as the network is deep (Bengio et al. 1994).</source>
        <translation>Uma sequência que começa com 1 ou −1 e segue com ruído de média dos quadrados m; o alvo é esse primeiro símbolo, tantos passos depois quanto a rede é profunda (Bengio et al. 1994).</translation>
    </message>
    <message>
        <source>No parameter learns in %1; the gradient passes on by what each layer keeps of its input.</source>
        <translation>Nenhum parâmetro aprende em %1; o gradiente segue pelo que cada camada guarda de sua entrada.</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 = %4: nowhere is |w %1′(z)| ≥ 1, but a layer keeps a share of its input, which comes to its factor.</source>
        <translation>|w|·máx %1′ = %2 × %3 = %4: em nenhum lugar |w %1′(z)| ≥ 1, mas uma camada guarda uma parte de sua entrada, que se soma ao seu fator.</translation>
    </message>
    <message>
        <source>A line of inputs is about networks that take in the whole input at once; here it enters step by step.</source>
        <translation>Uma reta de entradas trata de redes em que a entrada toda chega de uma vez; aqui ela chega passo a passo.</translation>
    </message>
    <message>
        <source>Layers 2 to %1 are one cell with the same weights, step after step; its colour and its numbers are those of layer %2.</source>
        <translation>As camadas 2 a %1 são uma só célula com os mesmos pesos, passo após passo; sua cor e seus números são os da camada %2.</translation>
    </message>
    <message>
        <source>what enters at step %1, through the weights of layer 1</source>
        <translation>o que chega no passo %1, pelos pesos da camada 1</translation>
    </message>
    <message>
        <source>GRU (update gate)</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>Leaky</source>
        <translation>Com vazamento</translation>
    </message>
    <message>
        <source>Only tied layers are steps at which an input can enter, from a depth of 3 on.</source>
        <translation>Só camadas que compartilham pesos são passos em que uma entrada pode chegar, a partir da profundidade 3.</translation>
    </message>
    <message>
        <source>Without a gate every layer forgets what it does not compute: z has no effect.</source>
        <translation>Sem porta, cada camada esquece o que não calcula: z não tem efeito.</translation>
    </message>
    <message>
        <source>an input enters at every step only where layers are steps: it needs tied layers.</source>
        <translation>uma entrada chega a cada passo só onde as camadas são passos: são precisos pesos compartilhados.</translation>
    </message>
    <message>
        <source>“%1” has one gate for all steps, with weights that it learns: it needs tied layers.</source>
        <translation>“%1” tem uma só porta para todos os passos, com pesos que aprende: são precisos pesos compartilhados.</translation>
    </message>
    <message>
        <source>the data “%1” have %2 inputs, which cannot be shared evenly among %3 steps (depth − 1).</source>
        <translation>os dados “%1” têm %2 entradas, que não se dividem por igual entre %3 passos (profundidade − 1).</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Primeiro passo</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>Cada passo</translation>
    </message>
    <message>
        <source>Inputs enter at</source>
        <translation>Entradas chegam em</translation>
    </message>
    <message>
        <source>Where layers are tied: whether all of the input enters layer 1, or layer 1 and every tied layer get one part after the other, through the same weights.</source>
        <translation>Onde as camadas compartilham pesos: se toda a entrada chega à camada 1, ou se a camada 1 e cada camada seguinte que os compartilha recebem uma parte após a outra, pelos mesmos pesos.</translation>
    </message>
    <message>
        <source>Fed at</source>
        <translation>Entram em</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>How much of its input a layer keeps: a^ℓ = (1 − z)·a^(ℓ−1) + z·f(z^ℓ), with z a fixed number (leaky) or a gate that is learnt (GRU, in tied layers).</source>
        <translation>Quanto de sua entrada uma camada guarda: a^ℓ = (1 − z)·a^(ℓ−1) + z·f(z^ℓ), sendo z um número fixo (com vazamento) ou uma porta que se aprende (GRU, em camadas que compartilham pesos).</translation>
    </message>
    <message>
        <source>Leak</source>
        <translation>Vazamento</translation>
    </message>
    <message>
        <source>The share of its new activation that a leaky layer takes in; of a learnt gate the share it starts with, by its biases.</source>
        <translation>A parte da nova ativação que uma camada com vazamento deixa entrar; de uma porta aprendida, a parte com que ela começa, por seus vieses.</translation>
    </message>
    <message>
        <source>unfolded, depth as time</source>
        <translation>desdobrada, a profundidade como tempo</translation>
    </message>
    <message>
        <source>folded, one cell with its loop</source>
        <translation>dobrada, uma célula com seu laço</translation>
    </message>
    <message>
        <source>Recurrent network</source>
        <translation>Rede recorrente</translation>
    </message>
    <message>
        <source>How a network of tied layers is drawn: unfolded, one step beside the other, or folded, one cell with its loop.</source>
        <translation>Como se desenha uma rede de camadas que compartilham pesos: desdobrada, um passo ao lado do outro, ou dobrada, uma célula com seu laço.</translation>
    </message>
    <message>
        <source>There is no mean field theory here: each layer keeps a share of its input, with no independent weights in between.</source>
        <translation>Não há aqui teoria do campo médio: cada camada guarda uma parte de sua entrada, e entre uma e outra não há pesos independentes.</translation>
    </message>
    <message>
        <source>First symbol: what can be remembered</source>
        <translation>Primeiro símbolo: o que se consegue lembrar</translation>
    </message>
    <message>
        <source>The network is asked for a symbol 60 steps after seeing it, with noise at every step. After 50 steps of descent plain random initial weights get 64 % of the sequences right, orthogonal ones (pinned) all of them, and so does a learnt gate that starts nearly closed (pinned). At a depth of 11 all three learn it.</source>
        <translation>Pede-se à rede um símbolo 60 passos depois de visto, com ruído em cada passo. Depois de 50 passos de descida, pesos iniciais aleatórios comuns acertam 64 % das sequências, os ortogonais (fixados) acertam todas, e também uma porta aprendida que começa quase fechada (fixada). Com profundidade 11 os três aprendem.</translation>
    </message>
    <message>
        <source>Y. Bengio, P. Simard and P. Frasconi, Learning long-term dependencies with gradient descent is difficult (1994); K. Cho et al., Learning phrase representations using RNN encoder–decoder (2014)</source>
        <translation>Y. Bengio, P. Simard e P. Frasconi, Learning long-term dependencies with gradient descent is difficult (1994); K. Cho et al., Learning phrase representations using RNN encoder–decoder (2014)</translation>
    </message>
    <message>
        <source>learnt gate</source>
        <translation>porta aprendida</translation>
    </message>
    <message>
        <source>Through time: the spectral radius</source>
        <translation>No tempo: o raio espectral</translation>
    </message>
    <message>
        <source>30 steps share one w: a rotation times the gain, which is then the size of every eigenvalue. At 1 the error of step 2 is still 0.96 of that of step 30. Pinned: at 0.9 a nineteenth is left of it, as 0.9²⁸ says; at 1.1 it is 9 times as large, because tanh takes away some of 1.1²⁸ = 14. So at 0.9 the shared gradient is that of the last steps alone. Move the gain; in training the clipping at 1 holds the step where the gradient explodes.</source>
        <translation>30 passos compartilham um w: uma rotação vezes o ganho, que é então o tamanho de todo autovalor. Em 1 o erro do passo 2 ainda é 0,96 do erro do passo 30. Fixados: em 0,9 resta dele um dezenove avos, como diz 0,9²⁸; em 1,1 ele é 9 vezes maior, pois a tanh tira uma parte de 1,1²⁸ = 14. Assim, em 0,9 o gradiente compartilhado é só o dos últimos passos. Mova o ganho; no treinamento o corte em 1 segura o passo onde o gradiente explode.</translation>
    </message>
    <message>
        <source>R. Pascanu, T. Mikolov and Y. Bengio, On the difficulty of training recurrent neural networks (2013)</source>
        <translation>R. Pascanu, T. Mikolov e Y. Bengio, On the difficulty of training recurrent neural networks (2013)</translation>
    </message>
    <message>
        <source>gain 0.9</source>
        <translation>ganho 0,9</translation>
    </message>
    <message>
        <source>gain 1.1</source>
        <translation>ganho 1,1</translation>
    </message>
    <message>
        <source>Through time</source>
        <translation>No tempo</translation>
    </message>
    <message>
        <source>A recurrent network is a deep one whose layers share their weights.</source>
        <translation>Uma rede recorrente é uma rede profunda cujas camadas compartilham os pesos.</translation>
    </message>
    <message>
        <source>R. Pascanu, T. Mikolov and Y. Bengio, On the difficulty of training recurrent neural networks (2013); S. Hochreiter and J. Schmidhuber, Long short-term memory (1997)</source>
        <translation>R. Pascanu, T. Mikolov e Y. Bengio, On the difficulty of training recurrent neural networks (2013); S. Hochreiter e J. Schmidhuber, Long short-term memory (1997)</translation>
    </message>
    <message>
        <source>Layers 2 to 30 share one w and one b, as the steps of a recurrent network: depth is time. At every step an input enters, and the answer is required after the last. Here w is a rotation times the gain, which is then the size of all its eigenvalues. At a gain of 1 the error reaches step 2 almost as it left step 30.</source>
        <translation>As camadas 2 a 30 compartilham um w e um b, como os passos de uma rede recorrente: a profundidade é o tempo. A cada passo chega uma entrada, e a resposta é pedida depois do último. Aqui w é uma rotação vezes o ganho, que é então o tamanho de todos os seus autovalores. Com ganho 1 o erro chega ao passo 2 quase como saiu do passo 30.</translation>
    </message>
    <message>
        <source>The gradient of the shared w is a sum: every step gives a part of it, drawn in Shared gradient.</source>
        <translation>O gradiente do w compartilhado é uma soma: cada passo dá uma parte dele, desenhada em Gradiente compartilhado.</translation>
    </message>
    <message>
        <source>At a gain of 0.9, how large is the error at step 2 if that of step 30 is 1? An answer within a factor of 2 is accepted.</source>
        <translation>Com ganho 0,9, de que tamanho é o erro no passo 2 se o do passo 30 é 1? Aceita-se uma resposta dentro de um fator de 2.</translation>
    </message>
    <message>
        <source>0.052, which is 0.9 to the power of 28: each step back multiplies by 0.9, and next to nothing by tanh, whose slope is nearly 1 here. The first steps hardly have a say in the shared gradient.</source>
        <translation>0,052, que é 0,9 elevado a 28: cada passo para trás multiplica por 0,9, e a tanh, cuja inclinação aqui é quase 1, quase não muda nada. Os primeiros passos mal têm voz no gradiente compartilhado.</translation>
    </message>
    <message>
        <source>1.1 to the power of 28 is 14.4.</source>
        <translation>1,1 elevado a 28 é 14,4.</translation>
    </message>
    <message>
        <source>At a gain of 1.1, is the error at step 2 14.4 times that at step 30?</source>
        <translation>Com ganho 1,1, o erro no passo 2 é 14,4 vezes o do passo 30?</translation>
    </message>
    <message>
        <source>less, because the activations grow too, and tanh flattens</source>
        <translation>menos, pois as ativações também crescem, e a tanh achata</translation>
    </message>
    <message>
        <source>yes, about</source>
        <translation>sim, mais ou menos</translation>
    </message>
    <message>
        <source>9.4 times. What grows backward grows forward too, and where the activations are large the slope of tanh is below 1. Gradient clipping would hold the step in training; it does not change what the steps say.</source>
        <translation>9,4 vezes. O que cresce para trás cresce também para a frente, e onde as ativações são grandes a inclinação da tanh fica abaixo de 1. O corte do gradiente seguraria o passo no treinamento; não muda o que os passos dizem.</translation>
    </message>
    <message>
        <source>A chain of the same depth with w = 0.5, whose gradient would vanish. Its layers are leaky: each keeps 1 − z of what it had, and takes in z of what is new. The drawing shows both paths with their factors.</source>
        <translation>Uma cadeia da mesma profundidade com w = 0,5, cujo gradiente se dissiparia. Suas camadas têm vazamento: cada uma guarda 1 − z do que tinha e deixa entrar z do que é novo. O desenho mostra os dois caminhos com seus fatores.</translation>
    </message>
    <message>
        <source>Let at least half of the error of step 30 reach step 2.</source>
        <translation>Faça com que ao menos metade do erro do passo 30 chegue ao passo 2.</translation>
    </message>
    <message>
        <source>The factor of a step is z w f′ + 1 − z.</source>
        <translation>O fator de um passo é z w f′ + 1 − z.</translation>
    </message>
    <message>
        <source>1 − z/2 to the power of 28 should be one half: z is about 0.05.</source>
        <translation>1 − z/2 elevado a 28 deve ser um meio: z é cerca de 0,05.</translation>
    </message>
    <message>
        <source>A fixed z forgets what matters along with the rest. A gate is learnt: u = σ(s) looks at the state and opens where that lowers the cost. It begins nearly closed here, and every factor is near 1 whatever w is: the constant error carousel. The preset First symbol trains such a gate to remember for 60 steps.</source>
        <translation>Um z fixo esquece o que importa junto com o resto. Uma porta se aprende: u = σ(s) olha o estado e abre onde isso baixa o custo. Aqui ela começa quase fechada, e todo fator é próximo de 1 seja qual for w: o carrossel de erro constante. A predefinição Primeiro símbolo treina uma porta assim para lembrar por 60 passos.</translation>
    </message>
    <message>
        <source>the file to write: .pdf, .gift or .xml</source>
        <translation>o arquivo a gravar: .pdf, .gift ou .xml</translation>
    </message>
    <message>
        <source>the lesson on paper (pdf), or its questions for a learning platform, with the answers</source>
        <translation>a lição em papel (pdf) ou as perguntas dela para uma plataforma de ensino, com as respostas</translation>
    </message>
    <message>
        <source>--answers is for the PDF; a learning platform needs the answers anyway.</source>
        <translation>--answers é para o PDF; uma plataforma de ensino precisa das respostas de qualquer modo.</translation>
    </message>
    <message>
        <source>A lesson on paper, as PDF, or its questions for a learning platform.</source>
        <translation>Uma lição em papel, como PDF, ou as perguntas dela para uma plataforma de ensino.</translation>
    </message>
    <message>
        <source>GIFT, for learning platforms</source>
        <translation>GIFT, para plataformas de ensino</translation>
    </message>
    <message>
        <source>Moodle XML</source>
        <translation>XML do Moodle</translation>
    </message>
    <message>
        <source>In Deltascope: %1</source>
        <translation>No Deltascope: %1</translation>
    </message>
    <message>
        <source>What step %1 of the lesson asks for has no value, so no answer is right.</source>
        <translation>O que o passo %1 da lição pede não tem valor; portanto, nenhuma resposta está certa.</translation>
    </message>
    <message>
        <source>%1 is about the network as initialized, and --step about one in training: leave one of them out.</source>
        <translation>%1 trata da rede como foi inicializada, e --step de uma rede em treinamento: deixe um dos dois de fora.</translation>
    </message>
    <message>
        <source>the file to write: %2 or %3; - is standard output</source>
        <translation>o arquivo a gravar: %2 ou %3; - é a saída padrão</translation>
    </message>
    <message>
        <source>where the name of the file leaves a choice: %1</source>
        <translation>quando o nome do arquivo deixa escolha: %1</translation>
    </message>
    <message>
        <source>“%1” is two files, a program and its numbers beside it: name a file %2 by --out.</source>
        <translation>“%1” são dois arquivos, um programa e, ao lado, seus números: indique um arquivo %2 com --out.</translation>
    </message>
    <message>
        <source>The network as JSON, safetensors or NumPy arrays, or as a program that computes with it.</source>
        <translation>A rede em JSON, safetensors ou arrays do NumPy, ou como um programa que calcula com ela.</translation>
    </message>
    <message>
        <source>Every number reads back to the same bits; in JSON weights are lists of rows, one row per neuron.
A script or notebook prints the cost and the learning speeds that “evaluate” prints, and reads
its numbers from an .npz that is written beside it; a .py is PyTorch, or NumPy by --format.
A balanced bias that no double holds cannot be written: that is reported, with exit code 5.</source>
        <translation>Cada número volta com os mesmos bits; em JSON os pesos são listas de linhas, uma linha por neurônio.
Um script ou notebook imprime o custo e as velocidades de aprendizado que “evaluate” imprime e lê
os números de um .npz gravado ao lado; um .py é PyTorch, ou NumPy com --format.
Um viés equilibrado que nenhum double guarda não pode ser gravado: isso é avisado, com o código de saída 5.</translation>
    </message>
    <message>
        <source>initial weights and biases from your own network: .safetensors, .npz, or the .json of “network --out”</source>
        <translation>pesos e vieses iniciais de uma rede sua: .safetensors, .npz ou o .json de “network --out”</translation>
    </message>
    <message>
        <source>--network is not used: the initialization is “%1”.</source>
        <translation>--network não é usado: a inicialização é “%1”.</translation>
    </message>
    <message>
        <source>--step: the training has %1 steps, in %2 epochs, so there is no step %3.</source>
        <translation>--step: o treinamento tem %1 passos, em %2 épocas; não há passo %3.</translation>
    </message>
    <message>
        <source>the network before step N of its training, as trained so far</source>
        <translation>a rede antes do passo N do seu treinamento, treinada até ali</translation>
    </message>
    <message>
        <source>The initial weights should come from your own network, and none was opened: open its file, or give it with --network.</source>
        <translation>Os pesos iniciais deveriam vir de uma rede sua, e nenhuma foi aberta: abra o arquivo dela ou indique-o com --network.</translation>
    </message>
    <message>
        <source>The initial weights are those of the network “%1” (%2), whose file was not given: open it, or give it with --network.</source>
        <translation>Os pesos iniciais são os da rede “%1” (%2), cujo arquivo não foi dado: abra-o ou indique-o com --network.</translation>
    </message>
    <message>
        <source>“%1” is not the network “%2” (%3), whose numbers should be the initial weights.</source>
        <translation>“%1” não é a rede “%2” (%3), cujos números deveriam ser os pesos iniciais.</translation>
    </message>
    <message>
        <source>The network “%1” has the sizes %2, which the scenario, with %3, must have too: set widths=%2.</source>
        <translation>A rede “%1” tem os tamanhos %2, que o cenário, com %3, também precisa ter: use widths=%2.</translation>
    </message>
    <message>
        <source>“%1”: 1 layer, %2</source>
        <translation>“%1”: 1 camada, %2</translation>
    </message>
    <message>
        <source>“%1”: %2 layers, %3</source>
        <translation>“%1”: %2 camadas, %3</translation>
    </message>
    <message>
        <source>%1; “%2”: %3</source>
        <translation>%1; “%2”: %3</translation>
    </message>
    <message>
        <source>%1; %2 more arrays are left out</source>
        <translation>%1; mais %2 arrays ficam de fora</translation>
    </message>
    <message>
        <source>%1; it does not name its activations: they are those of activation and output_activation</source>
        <translation>%1; ele não diz quais são as ativações: valem as de activation e output_activation</translation>
    </message>
    <message>
        <source>it is a pickle, which may run any program while it is read, so it is not opened; this line of Python makes a file that is: %1</source>
        <translation>é um pickle, que pode executar qualquer programa ao ser lido, e por isso não é aberto; esta linha de Python faz um arquivo que é: %1</translation>
    </message>
    <message>
        <source>it is a file of Keras, which is not read; this line of Python makes one that is: %1</source>
        <translation>é um arquivo do Keras, que não é lido; esta linha de Python faz um que é: %1</translation>
    </message>
    <message>
        <source>it is a file of ONNX, which is not read; this line of Python makes one that is: %1</source>
        <translation>é um arquivo ONNX, que não é lido; esta linha de Python faz um que é: %1</translation>
    </message>
    <message>
        <source>%1 is not a list of rows of equal length.</source>
        <translation>%1 não é uma lista de linhas do mesmo comprimento.</translation>
    </message>
    <message>
        <source>it is not a network: from JSON, “weights” and “biases” are read, lists of one entry per layer.</source>
        <translation>não é uma rede: de JSON leem-se “weights” e “biases”, listas com um item por camada.</translation>
    </message>
    <message>
        <source>%1 is not a list of numbers.</source>
        <translation>%1 não é uma lista de números.</translation>
    </message>
    <message>
        <source>it is not a network that can be read here: .safetensors, .npz and the .json that “network --out” writes can.</source>
        <translation>não é uma rede que se possa ler aqui; leem-se .safetensors, .npz e o .json que “network --out” grava.</translation>
    </message>
    <message>
        <source>it has more than %1 million numbers, the limit for a network here.</source>
        <translation>tem mais de %1 milhões de números, o limite de uma rede aqui.</translation>
    </message>
    <message>
        <source>“%1” has a number that is infinite or not a number (NaN).</source>
        <translation>“%1” tem um número infinito ou que não é número (NaN).</translation>
    </message>
    <message>
        <source>left out: its name says nothing of a dense layer</source>
        <translation>fica de fora: o nome não diz nada de uma camada densa</translation>
    </message>
    <message>
        <source>left out: its numbers are of the type “%1”</source>
        <translation>fica de fora: seus números são do tipo “%1”</translation>
    </message>
    <message>
        <source>left out: the examples are those chosen under “Data”</source>
        <translation>fica de fora: os exemplos são os escolhidos em “Dados de entrada”</translation>
    </message>
    <message>
        <source>weights of layer %1; square, taken as in × out by their name</source>
        <translation>pesos da camada %1; quadrados, tomados como entrada × saída pelo nome</translation>
    </message>
    <message>
        <source>weights of layer %1; square, taken as out × in by their name</source>
        <translation>pesos da camada %1; quadrados, tomados como saída × entrada pelo nome</translation>
    </message>
    <message>
        <source>weights of layer %1, which lie in × out</source>
        <translation>pesos da camada %1, dispostos como entrada × saída</translation>
    </message>
    <message>
        <source>weights of layer %1</source>
        <translation>pesos da camada %1</translation>
    </message>
    <message>
        <source>biases of layer %1</source>
        <translation>vieses da camada %1</translation>
    </message>
    <message>
        <source>left out: here the examples themselves give mean and deviation</source>
        <translation>fica de fora: aqui são os próprios exemplos que dão média e desvio</translation>
    </message>
    <message>
        <source>left out: it does not have as many numbers as its layer</source>
        <translation>fica de fora: não tem tantos números quanto a sua camada</translation>
    </message>
    <message>
        <source>left out: a normalization has no γ here, and this one is not 1</source>
        <translation>fica de fora: aqui uma normalização não tem γ, e este não é 1</translation>
    </message>
    <message>
        <source>left out: the layer has biases before its normalization, which have no place here</source>
        <translation>fica de fora: a camada tem vieses antes da normalização, que não têm lugar aqui</translation>
    </message>
    <message>
        <source>biases of layer %1, after the normalization</source>
        <translation>vieses da camada %1, depois da normalização</translation>
    </message>
    <message>
        <source>1 everywhere, as here</source>
        <translation>1 em toda parte, como aqui</translation>
    </message>
    <message>
        <source>left out: the normalization takes it off again</source>
        <translation>fica de fora: a normalização o desconta de novo</translation>
    </message>
    <message>
        <source>its weights do not form a chain of layers.</source>
        <translation>os pesos não formam uma sequência de camadas.</translation>
    </message>
    <message>
        <source>“%1” has %2 dimensions, as the weights of a convolution or of attention have; only dense layers, with two, can be read here.</source>
        <translation>“%1” tem %2 dimensões, como os pesos de uma convolução ou de atenção; aqui só se leem camadas densas, com duas.</translation>
    </message>
    <message>
        <source>“%1” has no numbers.</source>
        <translation>“%1” não tem números.</translation>
    </message>
    <message>
        <source>no array in it has the name of weights: 0.weight, dense/kernel, W1, arr_0 … are such names.</source>
        <translation>nenhum array nele tem nome de pesos: 0.weight, dense/kernel, W1, arr_0 … são nomes assim.</translation>
    </message>
    <message>
        <source>left out: normalizations come after every hidden layer here, or after none (%1 layers, %2 normalizations)</source>
        <translation>fica de fora: aqui há normalização em todas as camadas ocultas ou em nenhuma (%1 camadas, %2 normalizações)</translation>
    </message>
    <message>
        <source>left out: the layers are normalized in different ways</source>
        <translation>fica de fora: as camadas são normalizadas de maneiras diferentes</translation>
    </message>
    <message>
        <source>left out: it comes after the activation, where it has no γ and β here</source>
        <translation>fica de fora: está depois da ativação, onde aqui não tem γ e β</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>De um arquivo</translation>
    </message>
    <message>
        <source>The weights and biases of your own network, from a file of safetensors, NumPy (.npz) or this program, which gives the sizes too.</source>
        <translation>Os pesos e vieses de uma rede sua, de um arquivo safetensors, NumPy (.npz) ou deste programa: ele diz também os tamanhos.</translation>
    </message>
    <message>
        <source>The network “%1” has its own sizes.</source>
        <translation>A rede “%1” tem seus próprios tamanhos.</translation>
    </message>
    <message>
        <source>The initialization “%1” does not come from a file: %2.</source>
        <translation>A inicialização “%1” não vem de um arquivo: %2.</translation>
    </message>
    <message>
        <source>The initialization “%1” brings every weight: %2.</source>
        <translation>A inicialização “%1” traz todos os pesos: %2.</translation>
    </message>
    <message>
        <source>an object {…} is needed, of file, fingerprint and sizes.</source>
        <translation>é preciso um objeto {…}, com file, fingerprint e sizes.</translation>
    </message>
    <message>
        <source>a file&apos;s name without its folder, a fingerprint of 16 digits 0 to f, and sizes from 1 to %1, inputs first, are needed; --network fills them in.</source>
        <translation>são precisos o nome de um arquivo sem a pasta, um fingerprint de 16 dígitos de 0 a f e tamanhos de 1 a %1, as entradas primeiro; --network os preenche.</translation>
    </message>
    <message>
        <source>Network file</source>
        <translation>Arquivo da rede</translation>
    </message>
    <message>
        <source>Your own network, whose weights and biases are the initial ones: the name, the fingerprint and the sizes of its file, not its numbers.</source>
        <translation>Uma rede sua, cujos pesos e vieses são os iniciais: o nome, a impressão digital e os tamanhos do arquivo, não os números.</translation>
    </message>
    <message>
        <source>it is damaged.</source>
        <translation>está danificado.</translation>
    </message>
    <message>
        <source>“%1” in it cannot be unpacked.</source>
        <translation>“%1”, dentro dele, não pode ser descompactado.</translation>
    </message>
    <message>
        <source>“%1” does not begin as an array that numpy has saved.</source>
        <translation>“%1” não começa como um array gravado pelo numpy.</translation>
    </message>
    <message>
        <source>“%1” promises more than %2 million numbers.</source>
        <translation>“%1” promete mais de %2 milhões de números.</translation>
    </message>
    <message>
        <source>it begins as a ZIP archive, but is damaged or was cut off.</source>
        <translation>começa como um arquivo ZIP, mas está danificado ou foi cortado.</translation>
    </message>
    <message>
        <source>it has more than %1 entries.</source>
        <translation>tem mais de %1 itens.</translation>
    </message>
    <message>
        <source>it has two arrays of the name “%1”.</source>
        <translation>tem dois arrays com o nome “%1”.</translation>
    </message>
    <message>
        <source>its header does not say of “%1” what it must: a dtype, a shape and two data_offsets, whole numbers from 0 on.</source>
        <translation>o cabeçalho não diz de “%1” o que deve: um dtype, um shape e dois data_offsets, números inteiros a partir de 0.</translation>
    </message>
    <message>
        <source>“%1” is said to lie from byte %2 to %3 of the %4 after the header.</source>
        <translation>“%1” estaria do byte %2 ao %3 dos %4 depois do cabeçalho.</translation>
    </message>
    <message>
        <source>the shape of “%1” asks for another number of bytes than the %2 that it has.</source>
        <translation>a forma de “%1” pede outra quantidade de bytes que os %2 que ele tem.</translation>
    </message>
    <message>
        <source>“%1” lies where another array lies too.</source>
        <translation>“%1” fica onde também fica outro array.</translation>
    </message>
    <message>
        <source>before “%1” there are bytes of no array.</source>
        <translation>antes de “%1” há bytes que não são de array nenhum.</translation>
    </message>
    <message>
        <source>after its last array there are %1 more bytes, or it was cut off.</source>
        <translation>depois do último array há mais %1 bytes, ou o arquivo foi cortado.</translation>
    </message>
    <message>
        <source>it ends before its header does.</source>
        <translation>termina antes do seu cabeçalho.</translation>
    </message>
    <message>
        <source>its header is said to have %1 bytes; the file has %2.</source>
        <translation>o cabeçalho diz ter %1 bytes; o arquivo tem %2.</translation>
    </message>
    <message>
        <source>its header has %1 MB; %2 MB are the limit.</source>
        <translation>o cabeçalho tem %1 MB; o limite é de %2 MB.</translation>
    </message>
    <message>
        <source>its header: %1</source>
        <translation>o cabeçalho: %1</translation>
    </message>
    <message>
        <source>its header is not a JSON object.</source>
        <translation>o cabeçalho não é um objeto JSON.</translation>
    </message>
    <message>
        <source>This network learns numbers beside weights and biases, gates or scales, which only the JSON of a network holds.</source>
        <translation>Esta rede aprende números além de pesos e vieses, portas ou escalas, que só o JSON de uma rede guarda.</translation>
    </message>
    <message>
        <source>Network (JSON)</source>
        <translation>Rede (JSON)</translation>
    </message>
    <message>
        <source>Jupyter notebook</source>
        <translation>Notebook Jupyter</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>Arrays do NumPy</translation>
    </message>
    <message>
        <source>NumPy script</source>
        <translation>Script NumPy</translation>
    </message>
    <message>
        <source>PyTorch script</source>
        <translation>Script PyTorch</translation>
    </message>
    <message>
        <source>Safetensors</source>
        <translation>Safetensors</translation>
    </message>
    <message>
        <source>Scripts do not have the activation “%1”: only files of numbers hold this network.</source>
        <translation>A ativação “%1” não existe nos scripts: só arquivos de números guardam esta rede.</translation>
    </message>
    <message>
        <source>Scripts have dense layers, residual connections and normalizations, and not what else is in these layers (%1): only files of numbers hold this network.</source>
        <translation>Os scripts têm camadas densas, conexões residuais e normalizações, e não o que há além disso nestas camadas (%1): só arquivos de números guardam esta rede.</translation>
    </message>
    <message>
        <source>Scripts have no layers that share their weights: only files of numbers hold this network.</source>
        <translation>Os scripts não têm camadas que compartilham pesos: só arquivos de números guardam esta rede.</translation>
    </message>
    <message>
        <source>The class %1 has no example.</source>
        <translation>A classe %1 não tem nenhum exemplo.</translation>
    </message>
    <message>
        <source>The classes %1 have no example.</source>
        <translation>As classes %1 não têm nenhum exemplo.</translation>
    </message>
    <message>
        <source>The class %1 is only among the held-out examples: it cannot be learnt.</source>
        <translation>A classe %1 só está entre os exemplos reservados: não pode ser aprendida.</translation>
    </message>
    <message>
        <source>The classes %1 are only among the held-out examples: they cannot be learnt.</source>
        <translation>As classes %1 só estão entre os exemplos reservados: não podem ser aprendidas.</translation>
    </message>
    <message>
        <source>The class %1 is not among the held-out examples: they say nothing about it.</source>
        <translation>A classe %1 não está entre os exemplos reservados: eles nada dizem sobre ela.</translation>
    </message>
    <message>
        <source>The classes %1 are not among the held-out examples: they say nothing about them.</source>
        <translation>As classes %1 não estão entre os exemplos reservados: eles nada dizem sobre elas.</translation>
    </message>
    <message>
        <source>All examples have the same target, %1: there is nothing to tell apart.</source>
        <translation>Todos os exemplos têm o mesmo alvo, %1: não há nada a distinguir.</translation>
    </message>
    <message>
        <source>The %1 classes go to one output as the numbers that they are: outputs = %1 gives each class its own.</source>
        <translation>As %1 classes vão para uma só saída, como os números que são: outputs = %1 dá a cada classe a sua.</translation>
    </message>
    <message>
        <source>Your own table: the column that the header calls target, label, class …, or else the last one, is the target, a number or a class; the other columns are the inputs, each brought to mean 0 and deviation 1, or as “Table” says.</source>
        <translation>Uma tabela sua: a coluna que o cabeçalho chama de alvo, rótulo, classe …, ou então a última, é o alvo, um número ou uma classe; as outras colunas são as entradas, cada uma levada a média 0 e desvio 1, ou como “Tabela” diz.</translation>
    </message>
    <message>
        <source>a letter from 1 to 26 is needed</source>
        <translation>é necessária uma letra de 1 a 26</translation>
    </message>
    <message>
        <source>EMNIST letters</source>
        <translation>Letras do EMNIST</translation>
    </message>
    <message>
        <source>Handwritten letters, 26 classes, from your own folder with the IDX files of EMNIST (Cohen et al. 2017), turned upright.</source>
        <translation>Letras manuscritas, 26 classes, de uma pasta sua com os arquivos IDX do EMNIST (Cohen et al. 2017), postas em pé.</translation>
    </message>
    <message>
        <source>a digit from 0 to 9 is needed</source>
        <translation>é necessário um dígito de 0 a 9</translation>
    </message>
    <message>
        <source>Handwritten digits from your own folder with mnist.npz or the IDX files of MNIST (LeCun, Cortes &amp; Burges 1998), of Fashion-MNIST or of EMNIST; without a folder drawn digits stand in.</source>
        <translation>Dígitos manuscritos de uma pasta sua com o mnist.npz ou os arquivos IDX do MNIST (LeCun, Cortes &amp; Burges 1998), do Fashion-MNIST ou do EMNIST; sem pasta, dígitos desenhados os substituem.</translation>
    </message>
    <message>
        <source>label %1 is %2; %3.</source>
        <translation>o rótulo %1 é %2; %3.</translation>
    </message>
    <message>
        <source>it is not an .npz file as numpy.savez writes it.</source>
        <translation>não é um arquivo .npz, como o que numpy.savez grava.</translation>
    </message>
    <message>
        <source>it has no array “%1”: x_train and y_train are needed, x_test and y_test where there is a test set.</source>
        <translation>não tem o array “%1”: são necessários x_train e y_train, e x_test e y_test quando há um conjunto de teste.</translation>
    </message>
    <message>
        <source>“%1” has the shape %2; pictures of 28 × 28 pixels are needed.</source>
        <translation>“%1” tem a forma %2; são necessárias imagens de 28 × 28 pixels.</translation>
    </message>
    <message>
        <source>“%1” has the shape %2; one label for each picture is needed.</source>
        <translation>“%1” tem a forma %2; é necessário um rótulo para cada imagem.</translation>
    </message>
    <message>
        <source>“%1” has numbers of the type “%2”; pixels of one byte each (uint8) are needed.</source>
        <translation>“%1” tem números do tipo “%2”; são necessários pixels de um byte cada (uint8).</translation>
    </message>
    <message>
        <source>“%1” has numbers of the type “%2”; whole numbers (uint8, int64 …) are needed.</source>
        <translation>“%1” tem números do tipo “%2”; são necessários números inteiros (uint8, int64 …).</translation>
    </message>
    <message>
        <source>“%1” has %2 labels for the %3 pictures of “%4”.</source>
        <translation>“%1” tem %2 rótulos para as %3 imagens de “%4”.</translation>
    </message>
    <message>
        <source>“%1” has %2 pictures; examples and holdout together need %3.</source>
        <translation>“%1” tem %2 imagens; examples e holdout juntos precisam de %3.</translation>
    </message>
    <message>
        <source>The folder “%1” has no MNIST files: neither %2 nor %3, plain or .gz, nor %4, in it or below it.</source>
        <translation>A pasta “%1” não tem arquivos do MNIST: nem %2 nem %3, sem compressão ou em .gz, nem %4, nela ou nas pastas dentro dela.</translation>
    </message>
    <message>
        <source>The folder “%1” has %2 pictures; examples and holdout together need %3.</source>
        <translation>A pasta “%1” tem %2 imagens; examples e holdout juntos precisam de %3.</translation>
    </message>
    <message>
        <source>%1 says yes and no, taken as 1 and 0</source>
        <translation>%1 diz sim e não, tomados como 1 e 0</translation>
    </message>
    <message>
        <source>the columns %1 say yes and no, taken as 1 and 0</source>
        <translation>as colunas %1 dizem sim e não, tomados como 1 e 0</translation>
    </message>
    <message>
        <source>%1 holds more than %2 different numbers, too many for classes.</source>
        <translation>%1 contém mais de %2 números diferentes, demais para classes.</translation>
    </message>
    <message>
        <source>found</source>
        <translation>como encontrado</translation>
    </message>
    <message>
        <source>mean 0, deviation 1</source>
        <translation>média 0, desvio 1</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 a 1</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>vírgula</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>ponto e vírgula</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulação</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>barra |</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>espaços</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Separador decimal</translation>
    </message>
    <message>
        <source>point</source>
        <translation>ponto</translation>
    </message>
    <message>
        <source>Target is</source>
        <translation>O alvo é</translation>
    </message>
    <message>
        <source>a class</source>
        <translation>uma classe</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>um número</translation>
    </message>
    <message>
        <source>Inputs scaled</source>
        <translation>Escala das entradas</translation>
    </message>
    <message>
        <source>Target scaled</source>
        <translation>Escala do alvo</translation>
    </message>
    <message>
        <source>Examples drawn</source>
        <translation>Sorteio dos exemplos</translation>
    </message>
    <message>
        <source>shuffled by the seed</source>
        <translation>embaralhados pela semente</translation>
    </message>
    <message>
        <source>shuffled, each class evenly</source>
        <translation>embaralhados, classes por igual</translation>
    </message>
    <message>
        <source>in the order of the file</source>
        <translation>na ordem do arquivo</translation>
    </message>
    <message>
        <source>an object {…} is needed, of %1.</source>
        <translation>é preciso um objeto {…} com %1.</translation>
    </message>
    <message>
        <source>“%1” is not of the form KEY=VALUE with one of the keys %2.</source>
        <translation>“%1” não tem a forma CHAVE=VALOR com uma das chaves %2.</translation>
    </message>
    <message>
        <source>How your own table is understood: the target column and whether it is a class or a number, columns left out, how inputs and a numeric target are scaled, how examples are drawn; and, where it is not recognized correctly, the separator, the decimal mark and whether the first row names the columns.</source>
        <translation>Como uma tabela sua é entendida: a coluna do alvo e se ele é uma classe ou um número, as colunas deixadas de fora, a escala das entradas e de um alvo numérico, o sorteio dos exemplos; e, onde isso não for bem encontrado, o separador, o sinal decimal e se a primeira linha nomeia as colunas.</translation>
    </message>
    <message>
        <source>it says that it is UTF-16, but it is damaged or longer than the limit of %1 MB.</source>
        <translation>diz estar em UTF-16, mas está danificado ou passa do limite de %1 MB.</translation>
    </message>
    <message>
        <source>it is a Python pickle, which can run any program when it is opened, so it is not read: take the IDX files of MNIST in its place, or convert it by: %1</source>
        <translation>é um pickle do Python, que pode executar qualquer programa ao ser aberto, por isso não é lido: use os arquivos IDX do MNIST em seu lugar, ou converta-o com: %1</translation>
    </message>
    <message>
        <source>it is a NumPy array, not a table: numpy.savetxt(…, delimiter=&quot;,&quot;) writes one.</source>
        <translation>é um array do NumPy, não uma tabela: numpy.savetxt(…, delimiter=&quot;,&quot;) grava uma.</translation>
    </message>
    <message>
        <source>it is data of R, not a table: write.csv(…) writes one.</source>
        <translation>são dados do R, não uma tabela: write.csv(…) grava uma.</translation>
    </message>
    <message>
        <source>it is an HDF5 or Parquet file, not a table: in pandas, .to_csv(…) writes one.</source>
        <translation>é um arquivo HDF5 ou Parquet, não uma tabela: no pandas, .to_csv(…) grava uma.</translation>
    </message>
    <message>
        <source>it is a sheet of an office program: save it as CSV.</source>
        <translation>é uma planilha de um programa de escritório: salve-a como CSV.</translation>
    </message>
    <message>
        <source>The column %1 is the same in every row and tells nothing.</source>
        <translation>A coluna %1 é igual em todas as linhas e nada informa.</translation>
    </message>
    <message>
        <source>The columns %1 are the same in every row and tell nothing.</source>
        <translation>As colunas %1 são iguais em todas as linhas e nada informam.</translation>
    </message>
    <message>
        <source>Held-out examples whose inputs are also learnt from: %1 of %2; they make the network look better than it is.</source>
        <translation>Exemplos reservados cujas entradas também são usadas no aprendizado: %1 de %2; eles fazem a rede parecer melhor do que é.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sem mudança</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>Linha de cabeçalho</translation>
    </message>
    <message>
        <source>This lesson asks no questions; its worksheet as PDF has its steps and goals.</source>
        <translation>Esta lição não faz perguntas; a folha de exercícios em PDF traz os passos e as metas dela.</translation>
    </message>
    <message>
        <source>A network from a file has a fixed depth: there are no others to compare it with.</source>
        <translation>Uma rede de um arquivo tem profundidade fixa: não há outras com que compará-la.</translation>
    </message>
    <message>
        <source>In the network “%1” layer %2 has other weights than layer 2, and tied layers share theirs: set tied=false.</source>
        <translation>Na rede “%1”, a camada %2 tem pesos diferentes dos da camada 2, e camadas que compartilham pesos têm os mesmos: use tied=false.</translation>
    </message>
    <message>
        <source>%1; what it says of itself is not understood (%2)</source>
        <translation>%1; o que ele diz de si mesmo não foi entendido (%2)</translation>
    </message>
    <message>
        <source>Even in %1</source>
        <translation>Até em %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Em %1</translation>
    </message>
    <message>
        <source>%1, layer 1 underflows to 0.</source>
        <translation>%1, a camada 1 cai a 0 por underflow.</translation>
    </message>
    <message>
        <source>%1: layer 1 underflows to 0</source>
        <translation>%1: a camada 1 cai a 0 por underflow</translation>
    </message>
    <message>
        <source>%1 times more slowly</source>
        <translation>%1 vezes mais devagar</translation>
    </message>
    <message>
        <source>%1 times faster</source>
        <translation>%1 vezes mais rápido</translation>
    </message>
    <message>
        <source>at practically the same speed</source>
        <translation>praticamente à mesma velocidade</translation>
    </message>
    <message>
        <source>at the same speed</source>
        <translation>à mesma velocidade</translation>
    </message>
    <message>
        <source>%1 times more slowly than layer %2</source>
        <translation>%1 vezes mais devagar que a camada %2</translation>
    </message>
    <message>
        <source>%1 times faster than layer %2</source>
        <translation>%1 vezes mais rápido que a camada %2</translation>
    </message>
    <message>
        <source>at practically the same speed as layer %1</source>
        <translation>praticamente à mesma velocidade que a camada %1</translation>
    </message>
    <message>
        <source>at the same speed as layer %1</source>
        <translation>à mesma velocidade que a camada %1</translation>
    </message>
    <message>
        <source>%1 times more slowly than those of layer %2</source>
        <translation>%1 vezes mais devagar que os da camada %2</translation>
    </message>
    <message>
        <source>%1 times faster than those of layer %2</source>
        <translation>%1 vezes mais rápido que os da camada %2</translation>
    </message>
    <message>
        <source>at practically the same speed as those of layer %1</source>
        <translation>praticamente à mesma velocidade que os da camada %1</translation>
    </message>
    <message>
        <source>at the same speed as those of layer %1</source>
        <translation>à mesma velocidade que os da camada %1</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>|w|·max %1′ = %2 × %3 = %4: |w %1′(z)| ≥ 1 only at z = %5.</source>
        <translation>|w|·max %1′ = %2 × %3 = %4: |w %1′(z)| ≥ 1 só em z = %5.</translation>
    </message>
    <message>
        <source>%1 = 0 and %2 = %3: the biases of layer 1 do not learn.</source>
        <translation>%1 = 0 e %2 = %3: os vieses da camada 1 não aprendem.</translation>
    </message>
    <message>
        <source>At %1 the biases of layer 1 do not learn: ‖δ₁‖ = 0.</source>
        <translation>Na %1 os vieses da camada 1 não aprendem: ‖δ₁‖ = 0.</translation>
    </message>
    <message>
        <source>At depth %1 layer 1 does not learn: its speed is 0.</source>
        <translation>Na profundidade %1 a camada 1 não aprende: sua velocidade é 0.</translation>
    </message>
    <message>
        <source>--gradient-check: “%1” is no weight or bias here; layer=N from 1 to %2 is needed, and perhaps ,row=N,column=N (the neuron and the one before it, from 1) or ,column=bias.</source>
        <translation>--gradient-check: “%1” não é peso nem viés aqui; é preciso layer=N de 1 a %2 e, se for o caso, ,row=N,column=N (o neurônio e o anterior a ele, a partir de 1) ou ,column=bias.</translation>
    </message>
    <message>
        <source>add one entry of the gradient beside its central difference: layer=2 (its largest), layer=2,row=1,column=3, or column=bias</source>
        <translation>acrescenta uma componente do gradiente ao lado da sua diferença central: layer=2 (a maior da camada), layer=2,row=1,column=3 ou column=bias</translation>
    </message>
    <message>
        <source>carried differences</source>
        <translation>diferenças propagadas</translation>
    </message>
    <message>
        <source>double</source>
        <translation>double</translation>
    </message>
    <message>
        <source>step h</source>
        <translation>passo h</translation>
    </message>
    <message>
        <source>relative error of the difference</source>
        <translation>erro relativo da diferença</translation>
    </message>
    <message>
        <source>as large as the gradient</source>
        <translation>tão grande quanto o gradiente</translation>
    </message>
    <message>
        <source>best h</source>
        <translation>melhor h</translation>
    </message>
    <message>
        <source>The gradient against differences of the cost</source>
        <translation>O gradiente diante das diferenças do custo</translation>
    </message>
    <message>
        <source>Errors of more than 100 times the gradient are drawn at the top.</source>
        <translation>Erros maiores que 100 vezes o gradiente são desenhados no topo.</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>Verificação do gradiente</translation>
    </message>
    <message>
        <source>%1 (neuron %2)</source>
        <translation>%1 (neurônio %2)</translation>
    </message>
    <message>
        <source>%1 (neuron %2, from neuron %3)</source>
        <translation>%1 (neurônio %2, a partir do neurônio %3)</translation>
    </message>
    <message>
        <source>In double the costs on both sides are the same number at every step from 10⁻¹⁶ to 1: their difference is 0.</source>
        <translation>Em double, os custos dos dois lados são o mesmo número em todo passo de 10⁻¹⁶ a 1: a diferença é 0.</translation>
    </message>
    <message>
        <source>In double the best step from 10⁻¹⁶ to 1 is h = %1, off by %2.</source>
        <translation>Em double, o melhor passo de 10⁻¹⁶ a 1 é h = %1, com erro de %2.</translation>
    </message>
    <message>
        <source>In float32 back-propagation leaves the range of numbers.</source>
        <translation>Em float32, a retropropagação sai do alcance dos números.</translation>
    </message>
    <message>
        <source>In float32 back-propagation gives 0: the gradient underflows.</source>
        <translation>Em float32, a retropropagação dá 0: o gradiente sofre underflow.</translation>
    </message>
    <message>
        <source>In float32 back-propagation gives %1, off by %2.</source>
        <translation>Em float32, a retropropagação dá %1, com erro de %2.</translation>
    </message>
    <message>
        <source>In float32 the costs on both sides are the same number at every step from 10⁻¹⁶ to 1: their difference is 0.</source>
        <translation>Em float32, os custos dos dois lados são o mesmo número em todo passo de 10⁻¹⁶ a 1: a diferença é 0.</translation>
    </message>
    <message>
        <source>In float32 the best step from 10⁻¹⁶ to 1 is h = %1, off by %2.</source>
        <translation>Em float32, o melhor passo de 10⁻¹⁶ a 1 é h = %1, com erro de %2.</translation>
    </message>
    <message>
        <source>%1 is exactly 0 by back-propagation, and %2 by the central difference with h = %3: there is no relative error to draw.</source>
        <translation>%1 é exatamente 0 pela retropropagação e %2 pela diferença central com h = %3: não há erro relativo para desenhar.</translation>
    </message>
    <message>
        <source>%1 is %2 by back-propagation and %3 by the central difference with h = %4: they differ by %5 of it.</source>
        <translation>%1 é %2 pela retropropagação e %3 pela diferença central com h = %4: a diferença entre os dois é %5 desse valor.</translation>
    </message>
    <message>
        <source>More than weights, biases and activations stands in these layers: the differences are those of costs in double.</source>
        <translation>Estas camadas têm mais do que pesos, vieses e ativações: as diferenças são as dos custos em double.</translation>
    </message>
    <message>
        <source>Of the cost of the first %1 of %2 examples.</source>
        <translation>Do custo dos primeiros %1 de %2 exemplos.</translation>
    </message>
    <message>
        <source>layers %1 to %2 share their weights and biases, and their gradients add up</source>
        <translation>as camadas %1 a %2 compartilham pesos e vieses, e os seus gradientes se somam</translation>
    </message>
    <message>
        <source>what learns is not the weights themselves</source>
        <translation>o que aprende não são os próprios pesos</translation>
    </message>
    <message>
        <source>the gradient of all layers is clipped as a whole</source>
        <translation>o gradiente de todas as camadas é limitado em conjunto</translation>
    </message>
    <message>
        <source>the rule goes by the steps before it too</source>
        <translation>a regra leva em conta também os passos anteriores</translation>
    </message>
    <message>
        <source>the rule measures each number by its own gradient</source>
        <translation>a regra mede cada número pelo seu próprio gradiente</translation>
    </message>
    <message>
        <source>Update, layer %1: the step is not shown, because %2; the gradient of this layer is ‖∂C/∂w‖ = %3, ‖∂C/∂b‖ = %4.</source>
        <translation>Atualização, camada %1: o passo não é mostrado, porque %2; o gradiente desta camada é ‖∂C/∂w‖ = %3, ‖∂C/∂b‖ = %4.</translation>
    </message>
    <message>
        <source>Update, layer %1: %2; %3.</source>
        <translation>Atualização, camada %1: %2; %3.</translation>
    </message>
    <message>
        <source>Update, layer %1, the first step by the rule “%2”: %3, %4.</source>
        <translation>Atualização, camada %1, o primeiro passo pela regra “%2”: %3, %4.</translation>
    </message>
    <message>
        <source>Update, layer %1: ‖Δw‖ = η‖∂C/∂w‖ = %2 × %3 = %4, ‖Δb‖ = η‖∂C/∂b‖ = %2 × %5 = %6.</source>
        <translation>Atualização, camada %1: ‖Δw‖ = η‖∂C/∂w‖ = %2 × %3 = %4, ‖Δb‖ = η‖∂C/∂b‖ = %2 × %5 = %6.</translation>
    </message>
    <message>
        <source>The rule “%1”: %2.</source>
        <translation>A regra “%1”: %2.</translation>
    </message>
    <message>
        <source>Besides, weight decay multiplies the weights by %1.</source>
        <translation>Além disso, o decaimento dos pesos multiplica os pesos por %1.</translation>
    </message>
    <message>
        <source>The gradient is that of all %1 examples; a step of the training takes %2 of them.</source>
        <translation>O gradiente é o de todos os %1 exemplos; um passo do treinamento usa %2 deles.</translation>
    </message>
    <message>
        <source>gradient over δ of layer %1</source>
        <translation>gradiente dividido por δ da camada %1</translation>
    </message>
    <message>
        <source>root mean square of a</source>
        <translation>raiz da média dos quadrados de a</translation>
    </message>
    <message>
        <source>activation a</source>
        <translation>ativação a</translation>
    </message>
    <message>
        <source>size of the activation</source>
        <translation>tamanho da ativação</translation>
    </message>
    <message>
        <source>δ at the neurons</source>
        <translation>δ nos neurônios</translation>
    </message>
    <message>
        <source>∂C/∂a behind the links</source>
        <translation>∂C/∂a depois das ligações</translation>
    </message>
    <message>
        <source>Sizes beyond what exponents hold have no bar.</source>
        <translation>Tamanhos além do que os expoentes comportam não têm barra.</translation>
    </message>
    <message>
        <source>Forward through layers %1 to %2, of which the last is drawn: %3 = %4.</source>
        <translation>Para a frente pelas camadas %1 a %2, das quais a última é desenhada: %3 = %4.</translation>
    </message>
    <message>
        <source>Forward, layer %1 of %2: %3 = %4 and %5 = %6; more than w, b and the activation has a part in them.</source>
        <translation>Para a frente, camada %1 de %2: %3 = %4 e %5 = %6; neles entra mais do que w, b e a ativação.</translation>
    </message>
    <message>
        <source>Forward, layer %1 of %2: %3, %4.</source>
        <translation>Para a frente, camada %1 de %2: %3, %4.</translation>
    </message>
    <message>
        <source>Forward through layers %1 to %2, of which the last is drawn: over its neurons the root mean square of z is %3, that of a %4.</source>
        <translation>Para a frente pelas camadas %1 a %2, das quais a última é desenhada: nos neurônios dela, a raiz da média dos quadrados de z é %3, a de a, %4.</translation>
    </message>
    <message>
        <source>Forward, layer %1 of %2: over its neurons the root mean square of z is %3, that of a %4.</source>
        <translation>Para a frente, camada %1 de %2: nos neurônios dela, a raiz da média dos quadrados de z é %3, a de a, %4.</translation>
    </message>
    <message>
        <source>The cost is C = %1, the mean over %2 examples; its slope at the outputs, ‖∂C/∂a‖, is %3 (root mean square).</source>
        <translation>O custo é C = %1, a média sobre %2 exemplos; a sua inclinação nas saídas, ‖∂C/∂a‖, é %3 (raiz da média dos quadrados).</translation>
    </message>
    <message>
        <source>The cost is C = %1; its slope at the outputs, ‖∂C/∂a‖, is %2.</source>
        <translation>O custo é C = %1; a sua inclinação nas saídas, ‖∂C/∂a‖, é %2.</translation>
    </message>
    <message>
        <source>The cost is C = %1 for %2 = %3 and the target %4; its slope there is ∂C/∂%2 = %5.</source>
        <translation>O custo é C = %1 para %2 = %3 e o alvo %4; a sua inclinação ali é ∂C/∂%2 = %5.</translation>
    </message>
    <message>
        <source>Backward: nothing goes back, because δ of layer %1 is exactly 0.</source>
        <translation>De volta: nada volta, porque δ da camada %1 é exatamente 0.</translation>
    </message>
    <message>
        <source>Backward, layer %1: %2. It is the only layer.</source>
        <translation>De volta, camada %1: %2. É a única camada.</translation>
    </message>
    <message>
        <source>Backward, layer %1: %2. With it the other layers are compared.</source>
        <translation>De volta, camada %1: %2. As outras camadas são comparadas com ela.</translation>
    </message>
    <message>
        <source>Backward, layer %1: %2, which is %3 times δ of layer %4.</source>
        <translation>De volta, camada %1: %2, que é %3 vezes δ da camada %4.</translation>
    </message>
    <message>
        <source>Backward, layer %1: %2. It does not learn.</source>
        <translation>De volta, camada %1: %2. Ela não aprende.</translation>
    </message>
    <message>
        <source>Backward, layer %1: %2. It learns %3 times more slowly than layer %4.</source>
        <translation>De volta, camada %1: %2. Ela aprende %3 vezes mais devagar que a camada %4.</translation>
    </message>
    <message>
        <source>Backward, layer %1: %2. It learns %3 times faster than layer %4.</source>
        <translation>De volta, camada %1: %2. Ela aprende %3 vezes mais rápido que a camada %4.</translation>
    </message>
    <message>
        <source>Backward, layer %1: %2. It learns as fast as layer %3.</source>
        <translation>De volta, camada %1: %2. Ela aprende tão rápido quanto a camada %3.</translation>
    </message>
    <message>
        <source>Backward through layers that are not drawn, from %1 to %2: %3 = %4.</source>
        <translation>De volta por camadas que não são desenhadas, de %1 a %2: %3 = %4.</translation>
    </message>
    <message>
        <source>Backward through layers that are not drawn, from %1 to %2: their weights and slopes multiply to %3, and %4 = %5.</source>
        <translation>De volta por camadas que não são desenhadas, de %1 a %2: o produto dos pesos e das inclinações delas é %3, e %4 = %5.</translation>
    </message>
    <message>
        <source>Backward over the link from layer %1 to layer %2: %3.</source>
        <translation>De volta pela ligação da camada %1 à camada %2: %3.</translation>
    </message>
    <message>
        <source>Backward, layer %1: ‖δ‖ = %2. It is the only layer.</source>
        <translation>De volta, camada %1: ‖δ‖ = %2. É a única camada.</translation>
    </message>
    <message>
        <source>Backward, layer %1: ‖δ‖ = %2. With it the other layers are compared.</source>
        <translation>De volta, camada %1: ‖δ‖ = %2. As outras camadas são comparadas com ela.</translation>
    </message>
    <message>
        <source>Backward, from layer %1 to layer %2: ‖δ‖ = %3.</source>
        <translation>De volta, da camada %1 à camada %2: ‖δ‖ = %3.</translation>
    </message>
    <message>
        <source>Backward, from layer %1 to layer %2: ‖δ‖ is multiplied by %3. Layer %2 learns %4 times more slowly than layer %5.</source>
        <translation>De volta, da camada %1 à camada %2: ‖δ‖ é multiplicado por %3. A camada %2 aprende %4 vezes mais devagar que a camada %5.</translation>
    </message>
    <message>
        <source>Backward, from layer %1 to layer %2: ‖δ‖ is multiplied by %3. Layer %2 learns %4 times faster than layer %5.</source>
        <translation>De volta, da camada %1 à camada %2: ‖δ‖ é multiplicado por %3. A camada %2 aprende %4 vezes mais rápido que a camada %5.</translation>
    </message>
    <message>
        <source>Backward, from layer %1 to layer %2: ‖δ‖ is multiplied by %3. Layer %2 learns as fast as layer %4.</source>
        <translation>De volta, da camada %1 à camada %2: ‖δ‖ é multiplicado por %3. A camada %2 aprende tão rápido quanto a camada %4.</translation>
    </message>
    <message>
        <source>× 0: does not learn</source>
        <translation>× 0: não aprende</translation>
    </message>
    <message>
        <source>× %1: %2 times slower</source>
        <translation>× %1: %2 vezes mais devagar</translation>
    </message>
    <message>
        <source>× %1: %2 times faster</source>
        <translation>× %1: %2 vezes mais rápido</translation>
    </message>
    <message>
        <source>× %1: as fast</source>
        <translation>× %1: igualmente rápido</translation>
    </message>
    <message>
        <source>‖δ‖ is the root of the mean square over %1 examples.</source>
        <translation>‖δ‖ é a raiz da média dos quadrados sobre %1 exemplos.</translation>
    </message>
    <message>
        <source>‖δ‖ is the mean of the norms over %1 examples.</source>
        <translation>‖δ‖ é a média das normas sobre %1 exemplos.</translation>
    </message>
    <message>
        <source>‖δ‖ is the norm of the mean over %1 examples.</source>
        <translation>‖δ‖ é a norma da média sobre %1 exemplos.</translation>
    </message>
    <message>
        <source>What is learnt here is not the weights themselves, so that no weight is moved to check its gradient.</source>
        <translation>O que se aprende aqui não são os próprios pesos, de modo que nenhum peso é movido para conferir o seu gradiente.</translation>
    </message>
    <message>
        <source>“%1” is no stage of the walk; stages are off, forward:2, cost, backward:2, backward:w2 (the weights that lead into layer 2) and update:2, with any layer from 1 to %2.</source>
        <translation>“%1” não é etapa do percurso; as etapas são off, forward:2, cost, backward:2, backward:w2 (os pesos que levam à camada 2) e update:2, com qualquer camada de 1 a %2.</translation>
    </message>
    <message>
        <source>Stage of the walk</source>
        <translation>Etapa do percurso</translation>
    </message>
    <message>
        <source>Where the walk through the drawing of the network stands: at a layer on the way forward or back, at the weights into it, at the cost, or at a layer’s update.</source>
        <translation>Onde está o percurso pelo desenho da rede: em uma camada, na ida ou na volta, nos pesos que levam a ela, no custo ou na atualização de uma camada.</translation>
    </message>
    <message>
        <source>The activation f and its derivative f′ over the weighted input z, with the z of every layer marked on f′. In a chain without residual connections a layer passes the gradient on undiminished only where |w f′(z)| ≥ 1: that band is shaded. Click a mark to select its layer; in a chain, drag it along the curve to set the layer’s bias.</source>
        <translation>A ativação f e sua derivada f′ em função da entrada ponderada z, com o z de cada camada marcado em f′. Em uma cadeia sem conexões residuais, uma camada só passa o gradiente adiante sem diminuí-lo onde |w f′(z)| ≥ 1: essa faixa está sombreada. Clique em uma marca para selecionar sua camada; em uma cadeia, arraste-a ao longo da curva para definir o viés da camada.</translation>
    </message>
    <message>
        <source>The size of ∂a_L/∂a₀, the product of all factors, against the input a₀. Where it reaches K the gradient grows K-fold or more: those windows are shaded, found exactly however narrow they are. In a chain of logistic neurons they cannot fill more than 1/K of [0, 1]. Below, the window nearest to the present a₀. Above, drag the mark of a₀ along the axis.</source>
        <translation>O tamanho de ∂a_L/∂a₀, o produto de todos os fatores, em função da entrada a₀. Onde ele chega a K, o gradiente cresce K vezes ou mais: essas janelas são sombreadas e encontradas com exatidão, por mais estreitas que sejam. Em uma cadeia de neurônios logísticos, elas não podem ocupar mais que 1/K de [0, 1]. Abaixo, a janela mais próxima do a₀ atual. Acima, arraste a marca de a₀ ao longo do eixo.</translation>
    </message>
    <message>
        <source>The network itself: each neuron has the colour of its learning speed |δ| on a logarithmic scale on which the last layer is 1. In a chain each link has its weight and each neuron its f′(z): on its way back the gradient is multiplied by both in turn. In a wide network a link shows the size and sign of a weight. A dashed arc is what a layer keeps of its input or adds of it, an arc below what its gate adds by moving, ∂u; each has its share of the factor. Click a neuron to select its layer; in a chain its own weight and bias can then be set, and dragging a neuron up or down turns its bias, a link its weight.</source>
        <translation>A própria rede: cada neurônio tem a cor da sua velocidade de aprendizado |δ| em uma escala logarítmica na qual a última camada vale 1. Em uma cadeia, cada ligação traz o seu peso e cada neurônio a sua f′(z): no caminho de volta, o gradiente é multiplicado por um e por outra, alternadamente. Em uma rede larga, uma ligação mostra o tamanho e o sinal de um peso. Um arco tracejado é o que uma camada guarda de sua entrada ou soma dela, um arco abaixo o que sua porta acrescenta ao se mover, ∂u; cada um tem a sua parte do fator. Clique em um neurônio para selecionar sua camada; em uma cadeia, seu próprio peso e seu próprio viés podem então ser definidos, e arrastar um neurônio para cima ou para baixo muda seu viés, e uma ligação, seu peso.</translation>
    </message>
    <message>
        <source>The derivative f′ over z, and under it the distribution of the weighted inputs z of one layer over its neurons and the examples. Every factor of the gradient holds f′(z): values in the shaded tails, where |f′| is under a twentieth of its maximum, are saturated and let little through. Select a layer to see its z; in a chain, drag its mark along f′ to set its bias.</source>
        <translation>A derivada f′ em função de z e, abaixo dela, a distribuição das entradas ponderadas z de uma camada, sobre seus neurônios e os exemplos. Todo fator do gradiente contém f′(z): valores nas caudas sombreadas, onde |f′| é menor que um vigésimo do seu máximo, estão saturados e deixam passar pouco. Selecione uma camada para ver seu z; em uma cadeia, arraste sua marca ao longo de f′ para definir seu viés.</translation>
    </message>
    <message>
        <source>Draws figures into a file that can be opened again: the parameters are stored in it.</source>
        <translation>Desenha figuras em um arquivo que pode ser reaberto: os parâmetros ficam guardados nele.</translation>
    </message>
    <message>
        <source>“deltascope-cli list figures” names the figures; several stand on one page. A file that exists is replaced, whole or not at all.
A .tex file is for \input into LaTeX with \usepackage{pgf}; .eps needs pdftops (package poppler-utils).
Without --lang the figure is in the document&apos;s language, or in English.</source>
        <translation>“deltascope-cli list figures” lista as figuras; várias ocupam uma mesma página. Um arquivo existente é substituído por inteiro ou não é alterado.
Um arquivo .tex se inclui no LaTeX com \input e \usepackage{pgf}; .eps precisa do pdftops (pacote poppler-utils).
Sem --lang, a figura sai no idioma do documento ou em inglês.</translation>
    </message>
    <message>
        <source>“%1” is not a size; write it like 160x90mm, or one of %2.</source>
        <translation>“%1” não é um tamanho; escreva como 160x90mm ou use um destes: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot have letters; write --letters figures, panels or none.</source>
        <translation>“%1” não pode ter letras; escreva --letters figures, panels ou none.</translation>
    </message>
    <message>
        <source>“%1” is no layout; write columns and rows, like 2x1.</source>
        <translation>“%1” não é uma disposição; escreva colunas e linhas, como 2x1.</translation>
    </message>
    <message>
        <source>width and height of the page in millimetres (160x90mm), or what it is for: %1</source>
        <translation>largura e altura da página em milímetros (160x90mm), ou o destino dela: %1</translation>
    </message>
    <message>
        <source>font, by its name: “Latin Modern Roman”</source>
        <translation>fonte, pelo nome: “Latin Modern Roman”</translation>
    </message>
    <message>
        <source>leave the notes under the panels out</source>
        <translation>omitir as notas abaixo dos painéis</translation>
    </message>
    <message>
        <source>no paper behind the drawing</source>
        <translation>desenho sem fundo</translation>
    </message>
    <message>
        <source>(a), (b) … before each of the figures or panels, or none (of several: figures)</source>
        <translation>(a), (b) … antes de cada figura ou painel, ou nenhuma letra (com várias figuras: figures)</translation>
    </message>
    <message>
        <source>columns and rows of several figures, like 2x1; the page is --size</source>
        <translation>colunas e linhas de várias figuras, como 2x1; o tamanho da página é o de --size</translation>
    </message>
    <message>
        <source>The font “%1” has no sign for %2: “%3” draws them.</source>
        <translation>A fonte “%1” não tem os sinais %2: eles são desenhados com “%3”.</translation>
    </message>
    <message>
        <source>There is no font “%1” on this machine; “%2” is always there.</source>
        <translation>Não há a fonte “%1” nesta máquina; “%2” está sempre disponível.</translation>
    </message>
    <message>
        <source>A layout of %1 has no room for %2 figures; its columns times its rows must be that many.</source>
        <translation>Na disposição %1 não cabem %2 figuras; colunas vezes linhas devem dar pelo menos esse número.</translation>
    </message>
    <message>
        <source>On this page each figure would be %1 × %2 mm; each side must be at least 10 mm long.</source>
        <translation>Nesta página cada figura teria %1 × %2 mm; cada lado deve ter no mínimo 10 mm.</translation>
    </message>
    <message>
        <source>%1 files need pdftops, which is not installed (package poppler-utils); .pdf needs nothing.</source>
        <translation>Arquivos %1 precisam do pdftops, que não está instalado (pacote poppler-utils); .pdf não precisa de nada.</translation>
    </message>
    <message>
        <source>pdftops failed: %1</source>
        <translation>O pdftops falhou: %1</translation>
    </message>
    <message>
        <source>EPS page (pdftops)</source>
        <translation>Página EPS (pdftops)</translation>
    </message>
    <message>
        <source>PGF drawing for LaTeX</source>
        <translation>Desenho PGF para LaTeX</translation>
    </message>
    <message>
        <source>One column, 84 × 60 mm</source>
        <translation>Uma coluna, 84 × 60 mm</translation>
    </message>
    <message>
        <source>Two columns, 174 × 100 mm</source>
        <translation>Duas colunas, 174 × 100 mm</translation>
    </message>
    <message>
        <source>NeurIPS, width of the text, 139.7 mm</source>
        <translation>NeurIPS, largura do texto, 139.7 mm</translation>
    </message>
    <message>
        <source>ICML, one column, 82.55 mm</source>
        <translation>ICML, uma coluna, 82.55 mm</translation>
    </message>
    <message>
        <source>ICML, width of the text, 171.45 mm</source>
        <translation>ICML, largura do texto, 171.45 mm</translation>
    </message>
    <message>
        <source>IEEE, one column, 88.57 mm</source>
        <translation>IEEE, uma coluna, 88.57 mm</translation>
    </message>
    <message>
        <source>IEEE, width of the text, 181.35 mm</source>
        <translation>IEEE, largura do texto, 181.35 mm</translation>
    </message>
    <message>
        <source>Slide, 254 × 143 mm</source>
        <translation>Slide, 254 × 143 mm</translation>
    </message>
    <message>
        <source>No parameters are stored in this file; open one that Deltascope exported.</source>
        <translation>Não há parâmetros guardados neste arquivo; abra um que o Deltascope tenha exportado.</translation>
    </message>
    <message>
        <source>χ₁ = σw² ∫Dz f′(√q* z)², the factor of the mean square gradient of one wide random layer, over the standard deviations of the weights (σw = √(n·Var w)) and of the biases (σb), at the q where this scenario’s inputs settle. On the critical line χ₁ = 1; where it is smaller gradients vanish, where it is larger they explode, over ξ = −2/ln χ₁ layers. A click or a drag chooses σw and σb.</source>
        <translation>χ₁ = σw² ∫Dz f′(√q* z)², o fator do gradiente quadrático médio de uma camada aleatória larga, em função dos desvios padrão dos pesos (σw = √(n·Var w)) e dos vieses (σb), no q em que as entradas deste cenário se estabilizam. Na linha crítica χ₁ = 1; onde é menor os gradientes se dissipam, onde é maior eles explodem, ao longo de ξ = −2/ln χ₁ camadas. Um clique ou um arraste escolhe σw e σb.</translation>
    </message>
    <message>
        <source>The width of the window of inputs a in which a layer does not shrink the gradient, |w f′(wa + b)| ≥ 1, against |w|. Small weights have none; large weights make f′ sharp, so the window closes again. It does not depend on b, which only moves it. Drag the mark of the present |w| to change it.</source>
        <translation>A largura da janela de entradas a em que uma camada não encolhe o gradiente, |w f′(wa + b)| ≥ 1, em função de |w|. Pesos pequenos não têm nenhuma; pesos grandes tornam f′ estreita, e a janela volta a se fechar. Ela não depende de b, que apenas a desloca. Arraste a marca do |w| atual para mudá-lo.</translation>
    </message>
    <message>
        <source>Inputs enter at every step of this network, so that no example is a point of a plane; with inputs at the first step alone it is.</source>
        <translation>Nesta rede entram entradas em cada passo, de modo que nenhum exemplo é um ponto de um plano; com entradas só no primeiro passo, cada exemplo é um.</translation>
    </message>
    <message>
        <source>This network has %1 inputs, and a plane has two: with two inputs, as of the data “%2”, or with one there is something to be drawn.</source>
        <translation>Esta rede tem %1 entradas, e um plano tem duas: com duas entradas, como nos dados “%2”, ou com uma, há o que desenhar.</translation>
    </message>
    <message>
        <source>This network has %1 outputs; up to %2 can be told apart in a plane.</source>
        <translation>Esta rede tem %1 saídas; até %2 podem ser distinguidas em um plano.</translation>
    </message>
    <message>
        <source>Batch normalization computes with all examples together, so that a single point has no answer; with layer normalization it has one.</source>
        <translation>A normalização em lote calcula com todos os exemplos juntos, de modo que um ponto sozinho não tem resposta; com a normalização por camada ele tem uma.</translation>
    </message>
    <message>
        <source>Of the input (%1, %2) alone, with the target of the example nearest to it.</source>
        <translation>Só da entrada (%1, %2), com o alvo do exemplo mais próximo dela.</translation>
    </message>
    <message>
        <source>output</source>
        <translation>saída</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>saída %1</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>classe %1</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>exemplos</translation>
    </message>
    <message>
        <source>%1, held out</source>
        <translation>%1, reservados</translation>
    </message>
    <message>
        <source>output of %1</source>
        <translation>saída de %1</translation>
    </message>
    <message>
        <source>this input</source>
        <translation>esta entrada</translation>
    </message>
    <message>
        <source>decision boundary</source>
        <translation>fronteira de decisão</translation>
    </message>
    <message>
        <source>Where the output is beyond any number the curve has a gap.</source>
        <translation>Onde a saída está além de qualquer número a curva tem uma lacuna.</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>margem</translation>
    </message>
    <message>
        <source>No boundary crosses this plane: all of it is given to “%1”.</source>
        <translation>Nenhuma fronteira cruza este plano: todo ele é dado a “%1”.</translation>
    </message>
    <message>
        <source>The outputs for these examples are beyond any number that a double holds.</source>
        <translation>As saídas para estes exemplos estão além de qualquer número que um double comporta.</translation>
    </message>
    <message>
        <source>The network classifies its one example correctly.</source>
        <translation>A rede acerta a classe de seu único exemplo.</translation>
    </message>
    <message>
        <source>The network classifies its one example wrongly.</source>
        <translation>A rede erra a classe de seu único exemplo.</translation>
    </message>
    <message>
        <source>At %1 = %2 and %3 = %4 the output is %5; its target is %6.</source>
        <translation>Em %1 = %2 e %3 = %4 a saída é %5; seu alvo é %6.</translation>
    </message>
    <message>
        <source>At %1 = %2 the output is %3; its target is %4.</source>
        <translation>Em %1 = %2 a saída é %3; seu alvo é %4.</translation>
    </message>
    <message>
        <source>The network classifies %1 of the %2 examples shown correctly.</source>
        <translation>A rede acerta a classe de %1 dos %2 exemplos mostrados.</translation>
    </message>
    <message>
        <source>The network classifies %1 of the %2 examples shown correctly, and %3 of the %4 held out.</source>
        <translation>A rede acerta a classe de %1 dos %2 exemplos mostrados e de %3 dos %4 reservados.</translation>
    </message>
    <message>
        <source>The outputs miss the targets of the examples shown by %1 (root mean square).</source>
        <translation>As saídas erram os alvos dos exemplos mostrados por %1 (raiz da média dos quadrados).</translation>
    </message>
    <message>
        <source>The outputs miss the targets of the examples shown by %1 (root mean square), and of those held out by %2.</source>
        <translation>As saídas erram os alvos dos exemplos mostrados por %1 (raiz da média dos quadrados) e os dos reservados por %2.</translation>
    </message>
    <message>
        <source>Hollow marks are held-out examples.</source>
        <translation>Marcas vazadas são exemplos reservados.</translation>
    </message>
    <message>
        <source>Shown are the first %1 of %2 examples.</source>
        <translation>São mostrados os primeiros %1 de %2 exemplos.</translation>
    </message>
    <message>
        <source>Of those held out the first %1 of %2 are shown.</source>
        <translation>Dos reservados são mostrados os primeiros %1 de %2.</translation>
    </message>
    <message>
        <source>Each colour is a class; the paler it is, the less its output is ahead of the next.</source>
        <translation>Cada cor é uma classe; quanto mais pálida, menos a saída dela está à frente da seguinte.</translation>
    </message>
    <message>
        <source>Of %1 outputs the first is drawn.</source>
        <translation>De %1 saídas é desenhada a primeira.</translation>
    </message>
    <message>
        <source>Dropout leaves nothing out here, as when held-out examples are judged.</source>
        <translation>O dropout nada deixa de fora aqui, como quando os exemplos reservados são julgados.</translation>
    </message>
    <message>
        <source>input looked at</source>
        <translation>entrada observada</translation>
    </message>
    <message>
        <source>At %1 = %2 and %3 = %4 the network answers “%5”, with a margin of %6.</source>
        <translation>Em %1 = %2 e %3 = %4 a rede responde “%5”, com uma margem de %6.</translation>
    </message>
    <message>
        <source>At %1 = %2 and %3 = %4 the output is %5.</source>
        <translation>Em %1 = %2 e %3 = %4 a saída é %5.</translation>
    </message>
    <message>
        <source>What the network answers</source>
        <translation>O que a rede responde</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisão</translation>
    </message>
    <message>
        <source>What the network answers over its inputs, while it trains too. Of two inputs the plane: the class with the largest output and by how much that is ahead, or one output with the line where it is ½; of one input the curve that it has learnt. The examples stand in it, hollow those held out. A click makes a point the input that the other figures look at.</source>
        <translation>O que a rede responde sobre suas entradas, também enquanto treina. De duas entradas, o plano: a classe com a maior saída e o quanto ela está à frente, ou uma saída com a linha em que ela é ½; de uma entrada, a curva que a rede aprendeu. Os exemplos estão nele, vazados os reservados. Um clique faz de um ponto a entrada que as outras figuras observam.</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Observada</translation>
    </message>
    <message>
        <source>One input of a network of two, as two numbers: figures look at it in place of the examples; none: at the examples.</source>
        <translation>Uma entrada de uma rede de duas, em dois números: as figuras a observam no lugar dos exemplos; nenhuma: observam os exemplos.</translation>
    </message>
    <message>
        <source>a list of numbers from %1 to %2 is needed.</source>
        <translation>é preciso uma lista de números de %1 a %2.</translation>
    </message>
    <message>
        <source>each entry of this list must be a number.</source>
        <translation>cada item desta lista deve ser um número.</translation>
    </message>
    <message>
        <source>Answers over the inputs</source>
        <translation>Respostas sobre as entradas</translation>
    </message>
    <message>
        <source>Exclusive or: the boundary while it is learnt</source>
        <translation>Ou exclusivo: a fronteira enquanto é aprendida</translation>
    </message>
    <message>
        <source>Train, and watch the plane: the line where the output is ½ bends until it has parted the four quarters, which no straight line does. With a depth of 1 it stays straight, and about half of the examples stay wrong.</source>
        <translation>Treine e observe o plano: a linha em que a saída é ½ se curva até separar os quatro quartos, o que nenhuma reta faz. Com profundidade 1 ela fica reta, e cerca de metade dos exemplos fica errada.</translation>
    </message>
    <message>
        <source>M. Minsky and S. Papert, Perceptrons (1969)</source>
        <translation>M. Minsky e S. Papert, Perceptrons (1969)</translation>
    </message>
    <message>
        <source>Two spirals: a boundary that needs depth</source>
        <translation>Duas espirais: uma fronteira que pede profundidade</translation>
    </message>
    <message>
        <source>Train: the boundary is all but straight at first, then winds itself along the arms. A click in the plane makes that point the input of the drawing.</source>
        <translation>Treine: a fronteira é quase reta no início e depois se enrola ao longo dos braços. Um clique no plano faz daquele ponto a entrada do desenho.</translation>
    </message>
    <message>
        <source>K. Lang and M. Witbrock, Learning to tell two spirals apart (1988)</source>
        <translation>K. Lang e M. Witbrock, Learning to tell two spirals apart (1988)</translation>
    </message>
    <message>
        <source>“%1” is no name for what is written here; it must end in .csv, or with --format json in .json.</source>
        <translation>“%1” não serve de nome ao que se grava aqui; deve terminar em .csv, ou, com --format json, em .json.</translation>
    </message>
    <message>
        <source>the folder of the MNIST files, mnist.npz, or the file of a table</source>
        <translation>a pasta dos arquivos MNIST, mnist.npz ou o arquivo de uma tabela</translation>
    </message>
    <message>
        <source>1 class (%1) from %2</source>
        <translation>1 classe (%1) da %2</translation>
    </message>
    <message>
        <source>table: %1: there are %2 columns called “%3”; say which by its number, as %4.</source>
        <translation>table: %1: há %2 colunas chamadas “%3”; indique qual pelo número, como %4.</translation>
    </message>
    <message>
        <source>%1 columns are called “%2”; their numbers tell them apart</source>
        <translation>%1 colunas se chamam “%2”; seus números as distinguem</translation>
    </message>
    <message>
        <source>several columns share a name (%1); their numbers tell them apart</source>
        <translation>há colunas de mesmo nome (%1); seus números as distinguem</translation>
    </message>
    <message>
        <source>Choose an output activation that reaches them, as the identity.</source>
        <translation>Escolha uma ativação de saída que os alcance, como a identidade.</translation>
    </message>
    <message>
        <source>Scale the target to 0 … 1 (target_scale = min_max in “Table”), or choose an output activation that reaches it, as the identity.</source>
        <translation>Escale o alvo para 0 … 1 (target_scale = min_max em “Tabela”) ou escolha uma ativação de saída que o alcance, como a identidade.</translation>
    </message>
    <message>
        <source>Not computed yet: %1 of %2 cells.</source>
        <translation>Ainda não calculadas: %1 de %2 células.</translation>
    </message>
    <message>
        <source>Dead, exactly 0: %1 of %2 cells.</source>
        <translation>Mortas, exatamente 0: %1 de %2 células.</translation>
    </message>
    <message>
        <source>Beyond any number: %1 of %2 cells.</source>
        <translation>Além de qualquer número: %1 de %2 células.</translation>
    </message>
    <message>
        <source>On the links: w, in front of a gate the factor of what goes through it. Under the neurons: %1′(z).</source>
        <translation>Nas ligações: w; diante de uma porta, o fator do que passa por ela. Sob os neurônios: %1′(z).</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>passo %1</translation>
    </message>
    <message>
        <source>“%1” has numbers of the type “%2”; float64, float32, float16 and bfloat16 are read as weights and biases, so save it as one of them.</source>
        <translation>“%1” tem números do tipo “%2”; como pesos e vieses são lidos float64, float32, float16 e bfloat16, portanto salve-o como um deles.</translation>
    </message>
    <message>
        <source>it holds pictures and their labels (x_train, y_train …), no network: its folder is opened by “Data folder…”, or it by --data, for data = mnist.</source>
        <translation>contém imagens e seus rótulos (x_train, y_train …), não uma rede: abra a pasta dele com “Pasta de dados…”, ou ele mesmo com --data, para data = mnist.</translation>
    </message>
    <message>
        <source>“%1” has the name of weights but is %2; the weights of a dense layer have two dimensions, also where they are one number.</source>
        <translation>“%1” tem nome de pesos, mas é %2; os pesos de uma camada densa têm duas dimensões, mesmo quando são um único número.</translation>
    </message>
    <message>
        <source>a single number</source>
        <translation>um único número</translation>
    </message>
    <message>
        <source>a plain list of numbers</source>
        <translation>uma simples lista de números</translation>
    </message>
    <message>
        <source>the length of “%1” is %2; the weights “%3” beside it give %4.</source>
        <translation>o comprimento de “%1” é %2; os pesos “%3” ao lado dão %4.</translation>
    </message>
    <message>
        <source>it is damaged, or too short for its shape (%1 in all).</source>
        <translation>está danificado ou é curto demais para suas dimensões (%1 ao todo).</translation>
    </message>
    <message>
        <source>it is damaged, or too long for its shape (%1 in all).</source>
        <translation>está danificado ou é longo demais para suas dimensões (%1 ao todo).</translation>
    </message>
    <message>
        <source>Layer %1 has a weight or a bias of its own, which means nothing: tied layers have those of layer %2.</source>
        <translation>A camada %1 tem peso ou viés próprio, que nada significa: camadas que compartilham pesos têm os da camada %2.</translation>
    </message>
    <message>
        <source>The layers %1 have weights or biases of their own, which mean nothing: tied layers have those of layer %2.</source>
        <translation>As camadas %1 têm pesos ou vieses próprios, que nada significam: camadas que compartilham pesos têm os da camada %2.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 está danificado: %2</translation>
    </message>
    <message>
        <source>%1 is damaged: “part” and “parts” must be whole numbers from 1 to %2, the first not above the second.</source>
        <translation>%1 está danificado: “part” e “parts” devem ser números inteiros de 1 a %2, o primeiro não maior que o segundo.</translation>
    </message>
    <message>
        <source>counts must be “epochs” or “steps”.</source>
        <translation>counts deve ser “epochs” ou “steps”.</translation>
    </message>
    <message>
        <source>the cells of row %1 are %2, where those of the rows after it are %3.</source>
        <translation>as células da linha %1 são %2, e as das linhas seguintes são %3.</translation>
    </message>
    <message>
        <source>the cells of row %1 are %2, where those of the first row are %3.</source>
        <translation>as células da linha %1 são %2, e as da primeira linha são %3.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of what is written here; it must end in one of %2.</source>
        <translation>“%1” não pode ser o nome do que se escreve aqui; deve terminar em um destes: %2.</translation>
    </message>
    <message>
        <source>its weights do not form a chain of layers: the outputs of “%1” are %2, and the inputs of “%3”, the next one, %4; only chains of dense layers can be read here.</source>
        <translation>seus pesos não formam uma cadeia de camadas: as saídas de “%1” são %2, e as entradas de “%3”, a seguinte, %4; aqui só se leem cadeias de camadas densas.</translation>
    </message>
    <message>
        <source>lane</source>
        <translation>raia</translation>
    </message>
    <message>
        <source>Up to %1 the only layer has run alone.</source>
        <translation>%1: a única camada correu sozinha até aqui.</translation>
    </message>
    <message>
        <source>Up to %1 a layer learned at a speed beyond any number here.</source>
        <translation>%1: até aqui, uma camada aprendeu a uma velocidade além de qualquer número que se expresse aqui.</translation>
    </message>
    <message>
        <source>Up to %1 layer 1 has learned, on average, %2.</source>
        <translation>%1: até aqui, a camada 1 aprendeu, em média, %2.</translation>
    </message>
    <message>
        <source>Sizes beyond what exponents hold have no runner.</source>
        <translation>Tamanhos além do que os expoentes comportam não têm corredora.</translation>
    </message>
    <message>
        <source>Runners at the left edge have not moved: their distance is exactly 0.</source>
        <translation>As corredoras na borda esquerda não saíram do lugar: a distância delas é exatamente 0.</translation>
    </message>
    <message>
        <source>The race of the layers</source>
        <translation>A corrida das camadas</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Corrida</translation>
    </message>
    <message>
        <source>Every layer is a runner that goes at its own learning speed while the network is trained: its distance is the area under its curve in the figure of speed over training, ‖∂C/∂b‖ summed over the epochs, on a logarithmic track. Up to three pinned scenarios run beside the present one, by the same clock. Where gradients vanish the first layers hardly leave the start; where they are balanced all run side by side.</source>
        <translation>Cada camada é uma corredora que avança na sua própria velocidade de aprendizado enquanto a rede é treinada: a distância dela é a área sob a sua curva na figura da velocidade no treinamento, ‖∂C/∂b‖ somada ao longo das épocas, numa pista logarítmica. Até três cenários fixados correm ao lado do atual, pelo mesmo relógio. Onde o gradiente se dissipa, as primeiras camadas mal saem da largada; onde há equilíbrio, todas correm lado a lado.</translation>
    </message>
    <message>
        <source>The pinned rows are at the same epoch of their own trainings.</source>
        <translation>As fileiras fixadas estão na mesma época dos seus próprios treinamentos.</translation>
    </message>
    <message>
        <source>Race of the remedies</source>
        <translation>Corrida das soluções</translation>
    </message>
    <message>
        <source>Train, and one clock runs for four networks of one seed. With sigmoid, layer 1 covers 1/4000 of the distance of layer 8 in 300 epochs, and the network goes on guessing. With tanh, with ReLU and He’s initialization, and with residual connections, layer 1 is ahead of layer 8 by a factor below 3, and every example is classified correctly.</source>
        <translation>Treine, e um só relógio corre para quatro redes da mesma semente. Com a sigmoide, a camada 1 percorre 1/4000 da distância da camada 8 em 300 épocas, e a rede continua no palpite. Com tanh, com ReLU e a inicialização de He, e com conexões residuais, a camada 1 está à frente da camada 8 por um fator abaixo de 3, e todos os exemplos são classificados corretamente.</translation>
    </message>
    <message>
        <source>X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010); K. He, X. Zhang, S. Ren and J. Sun, Delving deep into rectifiers (2015) and Deep residual learning for image recognition (2016)</source>
        <translation>X. Glorot e Y. Bengio, Understanding the difficulty of training deep feedforward neural networks (2010); K. He, X. Zhang, S. Ren e J. Sun, Delving deep into rectifiers (2015) e Deep residual learning for image recognition (2016)</translation>
    </message>
    <message>
        <source>The gradient goes back from the output: times w on each link, times σ′ at each neuron. The large number is what is left of it in layer 1. “Walk back” sends it again.</source>
        <translation>O gradiente volta da saída: vezes w em cada ligação, vezes σ′ em cada neurônio. O número grande é o que resta dele na camada 1. “Caminho de volta” o envia de novo.</translation>
    </message>
    <message>
        <source>Up to %1 the weights of the last layer have not learned at all.</source>
        <translation>%1: até aqui, os pesos da última camada não aprenderam nada.</translation>
    </message>
    <message>
        <source>Up to %1 the biases of the last layer have not learned at all.</source>
        <translation>%1: até aqui, os vieses da última camada não aprenderam nada.</translation>
    </message>
    <message>
        <source>Up to %1 the weights of layer 1 have not learned at all.</source>
        <translation>%1: até aqui, os pesos da camada 1 não aprenderam nada.</translation>
    </message>
    <message>
        <source>Up to %1 the biases of layer 1 have not learned at all.</source>
        <translation>%1: até aqui, os vieses da camada 1 não aprenderam nada.</translation>
    </message>
    <message>
        <source>Up to %1 the weights of layer 1 have learned, on average, %2.</source>
        <translation>%1: até aqui, os pesos da camada 1 aprenderam, em média, %2.</translation>
    </message>
    <message>
        <source>distance ∫‖∂C/∂w‖ dt</source>
        <translation>distância ∫‖∂C/∂w‖ dt</translation>
    </message>
    <message>
        <source>distance ∫‖∂C/∂b‖ dt</source>
        <translation>distância ∫‖∂C/∂b‖ dt</translation>
    </message>
    <message>
        <source>A distance is a learning speed summed over the epochs; beside each runner, that relative to its last layer’s.</source>
        <translation>Uma distância é uma velocidade de aprendizado somada ao longo das épocas; ao lado de cada corredora, a dela em relação à da última camada da sua rede.</translation>
    </message>
    <message>
        <source>csv has one row per layer and no room for --gradient-check; take text or json.</source>
        <translation>csv tem uma linha por camada e não tem lugar para --gradient-check; use text ou json.</translation>
    </message>
    <message>
        <source>Under the initialization “%1” the neurons of a hidden layer have the same weights and stay alike, so this network can learn no more than one of width 1: a random one, as Glorot’s, tells them apart.</source>
        <translation>Com a inicialização “%1”, os neurônios de uma camada oculta têm os mesmos pesos e permanecem iguais, de modo que esta rede não aprende mais do que uma de largura 1: uma inicialização aleatória, como a de Glorot, os distingue.</translation>
    </message>
    <message>
        <source>One entry of the gradient, that of a chosen weight of the selected layer or of the one with the largest gradient, by back-propagation and by the central difference (C(w + h) − C(w − h))/2h: their relative error over the step h. A large h bends with the cost; a small one leaves of two costs that are nearly alike only rounding, in float32 sooner than in double. Differences that are carried through the layers have no such end.</source>
        <translation>Uma componente do gradiente, a de um peso escolhido da camada selecionada ou a daquele com o maior gradiente, pela retropropagação e pela diferença central (C(w + h) − C(w − h))/2h: o erro relativo entre as duas em função do passo h. Um h grande acompanha a curvatura do custo; um pequeno deixa, de dois custos quase iguais, só o arredondamento, em float32 antes que em double. As diferenças levadas através das camadas não têm esse limite.</translation>
    </message>
    <message>
        <source>%1, as recorded</source>
        <translation>%1, como registrado</translation>
    </message>
    <message>
        <source>Means over %1 steps around each point; pale, as recorded.</source>
        <translation>Médias sobre %1 passos em torno de cada ponto; em tom claro, como registrado.</translation>
    </message>
    <message>
        <source>Means over %1 epochs around each point; pale, as recorded.</source>
        <translation>Médias sobre %1 épocas em torno de cada ponto; em tom claro, como registrado.</translation>
    </message>
    <message>
        <source>There is no layer %1: the network has %2.</source>
        <translation>Não há camada %1: a rede tem %2.</translation>
    </message>
    <message>
        <source>Layer %1 has no neuron %2 to check a gradient of: its neurons are 1 to %3.</source>
        <translation>A camada %1 não tem neurônio %2 cujo gradiente verificar: seus neurônios vão de 1 a %3.</translation>
    </message>
    <message>
        <source>No weight of layer %1 comes from a neuron %2, whose gradient could be checked: those before it are 1 to %3.</source>
        <translation>Nenhum peso da camada %1 vem de um neurônio %2, cujo gradiente se pudesse verificar: os anteriores vão de 1 a %3.</translation>
    </message>
    <message>
        <source>Layer %1 has a weight or a bias of its own, which means nothing under the initialization “%2”.</source>
        <translation>A camada %1 tem peso ou viés próprio, que nada significa com a inicialização “%2”.</translation>
    </message>
    <message>
        <source>The layers %1 have weights or biases of their own, which mean nothing under the initialization “%2”.</source>
        <translation>As camadas %1 têm pesos ou vieses próprios, que nada significam com a inicialização “%2”.</translation>
    </message>
    <message>
        <source>Neuron of the checked weight</source>
        <translation>Neurônio do peso verificado</translation>
    </message>
    <message>
        <source>Whose weight or bias in the selected layer the gradient check takes; 0: the one with the largest gradient.</source>
        <translation>De qual neurônio da camada selecionada a verificação do gradiente toma o peso ou viés; 0: daquele com o maior gradiente.</translation>
    </message>
    <message>
        <source>Neuron before the checked weight</source>
        <translation>Neurônio anterior ao peso verificado</translation>
    </message>
    <message>
        <source>From which neuron of the layer before the weight of the gradient check comes; 0: the bias is taken.</source>
        <translation>De qual neurônio da camada anterior vem o peso da verificação do gradiente; 0: toma-se o viés.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavização</translation>
    </message>
    <message>
        <source>Over how many epochs the course of a training is averaged, around each point; the recorded course stays behind it. 0: not at all.</source>
        <translation>Sobre quantas épocas se tira a média do curso de um treinamento, em torno de cada ponto; o curso registrado fica atrás. 0: nenhuma.</translation>
    </message>
    <message>
        <source>it is an archive of NumPy arrays (.npz), not a table: the data set “mnist” reads one that holds pictures of digits; of other arrays numpy.savetxt(…, delimiter=&quot;,&quot;) writes a table.</source>
        <translation>é um arquivo de arrays do NumPy (.npz), não uma tabela: o conjunto de dados “mnist” lê um que contenha imagens de dígitos; de outros arrays, numpy.savetxt(…, delimiter=&quot;,&quot;) escreve uma tabela.</translation>
    </message>
    <message>
        <source>%1 is a folder; name the parts in it, the files that map --shard wrote.</source>
        <translation>%1 é uma pasta; indique as partes que ela contém, os arquivos escritos por map --shard.</translation>
    </message>
    <message>
        <source>the slides: a PDF</source>
        <translation>os slides: um PDF</translation>
    </message>
    <message>
        <source>write a worksheet too, a PDF: questions and goals with room for answers</source>
        <translation>gravar também uma folha de exercícios, um PDF: perguntas e metas com espaço para respostas</translation>
    </message>
    <message>
        <source>write the answer key too, a PDF: for the teacher</source>
        <translation>gravar também o gabarito, um PDF: para o professor</translation>
    </message>
    <message>
        <source>what the lecture is called</source>
        <translation>o nome da aula</translation>
    </message>
    <message>
        <source>“%1” is no part of a lecture: preset:ID, preset:ID/FIGURE, lesson:ID or a file.</source>
        <translation>“%1” não é parte de uma aula: preset:ID, preset:ID/FIGURE, lesson:ID ou um arquivo.</translation>
    </message>
    <message>
        <source>Nothing is marked for the lecture; name its parts: preset:ID, preset:ID/FIGURE, lesson:ID or a file.</source>
        <translation>Nada está marcado para a aula; indique as partes: preset:ID, preset:ID/FIGURE, lesson:ID ou um arquivo.</translation>
    </message>
    <message>
        <source>My lecture on learning speeds</source>
        <translation>Minha aula sobre velocidades de aprendizado</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>Aula</translation>
    </message>
    <message>
        <source>Presets, lessons and figures as slides, worksheet and answer key.</source>
        <translation>Predefinições, lições e figuras como slides, folha de exercícios e gabarito.</translation>
    </message>
    <message>
        <source>PART is preset:ID, preset:ID/FIGURE, lesson:ID, a .deltascope file, an exported figure or a lesson of your own; without any, what is marked in the window (File, Write my lecture).
Under each figure stands a link that opens it in Deltascope, and its QR code where a camera can read it.
Without --lang the texts are in English.</source>
        <translation>PART é preset:ID, preset:ID/FIGURE, lesson:ID, um arquivo .deltascope, uma figura exportada ou uma lição sua; sem nenhuma, o que está marcado na janela (Arquivo, Escrever minha aula).
Sob cada figura há um link que a abre no Deltascope, e seu código QR onde uma câmera consegue lê-lo.
Sem --lang os textos são em inglês.</translation>
    </message>
    <message>
        <source>The code holds a link that opens Deltascope on this figure.</source>
        <translation>O código contém um link que abre o Deltascope nesta figura.</translation>
    </message>
    <message>
        <source>This figure’s link is too long for a code: set the values by hand, or open the document.</source>
        <translation>O link desta figura é longo demais para um código: ajuste os valores à mão ou abra o documento.</translation>
    </message>
    <message>
        <source>Answers, for the teacher</source>
        <translation>Respostas, para o professor</translation>
    </message>
    <message>
        <source>Set: %1. All else is as in a new document.</source>
        <translation>Ajuste: %1. Todo o resto fica como em um documento novo.</translation>
    </message>
    <message>
        <source>What I see, and why:</source>
        <translation>O que vejo, e por quê:</translation>
    </message>
    <message>
        <source>This figure is covered, and neither copied nor exported, until the question of the lesson is answered.</source>
        <translation>Esta figura está coberta, e não é copiada nem exportada, até que a pergunta da lição seja respondida.</translation>
    </message>
    <message>
        <source>How many times faster than layer 2 does layer 4 learn? Give a number; an answer within a factor of 2 is accepted.</source>
        <translation>Quantas vezes mais rápido que a camada 2 a camada 4 aprende? Dê um número; aceita-se uma resposta dentro de um fator de 2.</translation>
    </message>
    <message>
        <source>From layer to layer the error is multiplied by w₄σ′(z₃) = 0.224 and w₃σ′(z₂) = 0.219: together 0.049, so layer 2 learns 20 times more slowly than layer 4. With w₂σ′(z₁) = 0.197 as well, layer 1 learns 104 times more slowly. Even in four layers the first one is left behind.</source>
        <translation>De camada em camada o erro é multiplicado por w₄σ′(z₃) = 0,224 e w₃σ′(z₂) = 0,219: juntos dão 0,049, e a camada 2 aprende 20 vezes mais devagar que a camada 4. Com w₂σ′(z₁) = 0,197 também, a camada 1 aprende 104 vezes mais devagar. Já em quatro camadas a primeira fica para trás.</translation>
    </message>
    <message>
        <source>Six layers. Thirty paths lead back from every neuron, and their gradients add up.</source>
        <translation>Seis camadas. Trinta caminhos levam de volta de cada neurônio, e seus gradientes se somam.</translation>
    </message>
    <message>
        <source>A layer does not shrink the gradient where |wσ′(wa + b)| ≥ 1. The band is marked on the curve of σ′. How wide the window of activations a is, for every |w|, stands in the figure that is still covered.</source>
        <translation>Uma camada não encolhe o gradiente onde |wσ′(wa + b)| ≥ 1. A faixa está marcada na curva de σ′. A largura da janela de ativações a, para cada |w|, está na figura que ainda está coberta.</translation>
    </message>
    <message>
        <source>Ten layers of sigmoid neurons. The ladder shows the same seed with several remedies, the speed of every layer on each rung; it is covered until you have said which one you expect to help.</source>
        <translation>Dez camadas de neurônios sigmoides. A escada mostra a mesma semente com várias soluções, a velocidade de cada camada em cada degrau; ela fica coberta até você dizer qual delas espera que ajude.</translation>
    </message>
    <message>
        <source>The curve σ′(z), still covered, has a highest point.</source>
        <translation>A curva σ′(z), ainda coberta, tem um ponto mais alto.</translation>
    </message>
    <message>
        <source>He&apos;s initialization for ReLU makes χ₁ = 1: on average over all networks, ‖δ‖² is the same in every layer. That average is the dashed line. This network has 5 hidden layers of 30 neurons.</source>
        <translation>A inicialização de He para a ReLU faz χ₁ = 1: em média sobre todas as redes, ‖δ‖² é o mesmo em cada camada. Essa média é a linha tracejada. Esta rede tem 5 camadas ocultas de 30 neurônios.</translation>
    </message>
    <message>
        <source>The average of ‖δ‖² is made of all networks together. Now draw a single one, with 100 hidden layers.</source>
        <translation>A média de ‖δ‖² é feita de todas as redes juntas. Agora sorteie uma só, com 100 camadas ocultas.</translation>
    </message>
    <message>
        <source>Two files can be opened side by side; “%1” is one too many.</source>
        <translation>Dois arquivos podem ser abertos lado a lado; “%1” é um a mais.</translation>
    </message>
    <message>
        <source>One layer</source>
        <translation>Uma camada</translation>
    </message>
    <message>
        <source>The whole chain</source>
        <translation>A cadeia inteira</translation>
    </message>
    <message>
        <source>By chance and in theory</source>
        <translation>Por acaso e na teoria</translation>
    </message>
</context>
<context>
    <name>deltascope::controls::NumberControl</name>
    <message>
        <source>A number is needed; the value stays %1.</source>
        <translation>É necessário um número; o valor continua %1.</translation>
    </message>
    <message>
        <source>“%1” is not a number; the value stays %2.</source>
        <translation>“%1” não é um número; o valor continua %2.</translation>
    </message>
    <message>
        <source>Slider of %1</source>
        <translation>Controle deslizante de %1</translation>
    </message>
    <message>
        <source>Reset %1 to %2</source>
        <translation>Restaurar %1 para %2</translation>
    </message>
</context>
<context>
    <name>deltascope::controls::ParameterChoice</name>
    <message>
        <source>Reset %1 to %2</source>
        <translation>Restaurar %1 para %2</translation>
    </message>
</context>
<context>
    <name>deltascope::controls::ParameterControl</name>
    <message>
        <source>Draw a new seed: another network by the same rules (Ctrl+Shift+N)</source>
        <translation>Sortear uma nova semente: outra rede pelas mesmas regras (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Nova semente</translation>
    </message>
    <message>
        <source>Map this: over %1</source>
        <translation>Mapear isto: sobre %1</translation>
    </message>
    <message>
        <source>A measure against this parameter, as a curve</source>
        <translation>Uma medida em função deste parâmetro, como curva</translation>
    </message>
    <message>
        <source>Map this: a row for each %1</source>
        <translation>Mapear: uma linha para cada %1</translation>
    </message>
    <message>
        <source>A measure for each choice, over one number</source>
        <translation>Uma medida para cada opção, ao longo de um número</translation>
    </message>
</context>
<context>
    <name>deltascope::controls::ParameterText</name>
    <message>
        <source>Reset %1</source>
        <translation>Restaurar %1</translation>
    </message>
</context>
<context>
    <name>deltascope::controls::ParameterTick</name>
    <message>
        <source>Reset %1</source>
        <translation>Restaurar %1</translation>
    </message>
</context>
<context>
    <name>deltascope::controls::QuestionNumber</name>
    <message>
        <source>Choose the checked weight</source>
        <translation>Escolher o peso verificado</translation>
    </message>
</context>
<context>
    <name>deltascope::dialogs::AnimationDialog</name>
    <message>
        <source>The training</source>
        <translation>O treinamento</translation>
    </message>
    <message>
        <source>MP4 film (*.mp4);;GIF film (*.gif);;Numbered pictures (*.png)</source>
        <translation>Filme MP4 (*.mp4);;Filme GIF (*.gif);;Imagens numeradas (*.png)</translation>
    </message>
    <message>
        <source>Numbered pictures (*.png)</source>
        <translation>Imagens numeradas (*.png)</translation>
    </message>
    <message>
        <source>Record to</source>
        <translation>Gravar em</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Record an animation</source>
        <translation>Gravar uma animação</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>O que se move</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Quadros</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Quadros por segundo</translation>
    </message>
    <message>
        <source>Progress of the recording</source>
        <translation>Progresso da gravação</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Gravar…</translation>
    </message>
</context>
<context>
    <name>deltascope::dialogs::ExportDialog</name>
    <message>
        <source>Another size</source>
        <translation>Outro tamanho</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Waiting for a result that is being computed.</source>
        <translation>À espera de um resultado que está sendo calculado.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>Exportar figuras</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>&amp;Figura</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormato</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Tamanho</translation>
    </message>
    <message>
        <source>&amp;Width, mm</source>
        <translation>&amp;Largura, mm</translation>
    </message>
    <message>
        <source>&amp;Height, mm</source>
        <translation>&amp;Altura, mm</translation>
    </message>
    <message>
        <source>&amp;Resolution, dpi (PNG)</source>
        <translation>&amp;Resolução, dpi (PNG)</translation>
    </message>
    <message>
        <source>&amp;Type size, pt</source>
        <translation>Tamanho &amp;da letra, pt</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Cores</translation>
    </message>
    <message>
        <source>With its t&amp;itle</source>
        <translation>Com seu tít&amp;ulo</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Figures written</source>
        <translation>Figuras escritas</translation>
    </message>
    <message>
        <source>Each file holds the whole document: opening it brings back this state</source>
        <translation>Cada arquivo contém o documento inteiro: abri-lo traz este estado de volta</translation>
    </message>
    <message>
        <source>There is no figure.</source>
        <translation>Não há figura.</translation>
    </message>
    <message>
        <source>A table of numbers, without a page.</source>
        <translation>Uma tabela de números, sem página.</translation>
    </message>
    <message>
        <source>All visible figures, a file each</source>
        <translation>Todas as figuras visíveis, um arquivo para cada</translation>
    </message>
    <message>
        <source>All visible figures on one page</source>
        <translation>Todas as figuras visíveis em uma página</translation>
    </message>
    <message>
        <source>Where there are several figures</source>
        <translation>Se houver várias figuras</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>Of figures</source>
        <translation>Das figuras</translation>
    </message>
    <message>
        <source>Of panels</source>
        <translation>Dos painéis</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>Coluna&amp;s</translation>
    </message>
    <message>
        <source>&amp;Letters (a), (b) …</source>
        <translation>Letras (a), (&amp;b) …</translation>
    </message>
    <message>
        <source>Font fa&amp;mily</source>
        <translation>Fa&amp;mília da fonte</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>With its &amp;notes</source>
        <translation>Com as &amp;notas</translation>
    </message>
    <message>
        <source>Trans&amp;parent background</source>
        <translation>Fundo trans&amp;parente</translation>
    </message>
</context>
<context>
    <name>deltascope::dialogs::ExportPreview</name>
    <message>
        <source>%1 × %2 mm, type %3 pt, shown at %4 %</source>
        <translation>%1 × %2 mm, tipo de %3 pt, exibida a %4 %</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
</context>
<context>
    <name>deltascope::dialogs::LectureDialog</name>
    <message>
        <source>Preset</source>
        <translation>Predefinição</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lição</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Figure of the present scenario</source>
        <translation>Figura do cenário atual</translation>
    </message>
    <message>
        <source>Write my lecture</source>
        <translation>Escrever minha aula</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>%1-worksheet.pdf</source>
        <translation>%1-exercicios.pdf</translation>
    </message>
    <message>
        <source>%1-answers.pdf</source>
        <translation>%1-gabarito.pdf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Mark presets, lessons and figures here, or where you meet them with “Add to my lecture”. They become slides, with a link and its code under each figure.</source>
        <translation>Marque aqui predefinições, lições e figuras, ou onde as encontrar com “Acrescentar à minha aula”. Elas viram slides, com um link e seu código QR sob cada figura.</translation>
    </message>
    <message>
        <source>Parts of my lecture</source>
        <translation>Partes da minha aula</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Acrescentar</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Para cima</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Para baixo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Título:</translation>
    </message>
    <message>
        <source>Title of the lecture</source>
        <translation>Título da aula</translation>
    </message>
    <message>
        <source>Worksheet beside the slides: questions and goals with room for answers</source>
        <translation>Folha de exercícios junto aos slides: perguntas e metas com espaço para respostas</translation>
    </message>
    <message>
        <source>Answer key for the teacher</source>
        <translation>Gabarito para o professor</translation>
    </message>
    <message>
        <source>Progress of the writing</source>
        <translation>Progresso da gravação</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Gravar…</translation>
    </message>
</context>
<context>
    <name>deltascope::dialogs::NetworkDialog</name>
    <message>
        <source>Array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Torna-se</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>Abrir uma rede</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n layer(s), %2. Its weights and biases become the initial ones.</source>
        <translation>
            <numerusform>%1: %n camada, %2. Os pesos e vieses dela passam a ser os iniciais.</numerusform>
            <numerusform>%1: %n camadas, %2. Os pesos e vieses dela passam a ser os iniciais.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the arrays of the file became</source>
        <translation>O que foi feito dos arrays do arquivo</translation>
    </message>
    <message>
        <source>Activation of the hidden layers:</source>
        <translation>Ativação das camadas ocultas:</translation>
    </message>
    <message>
        <source>Activation of the last layer:</source>
        <translation>Ativação da última camada:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The file names its activations.</source>
        <translation>O arquivo diz quais são as ativações.</translation>
    </message>
    <message>
        <source>The file does not name its activations: choose those that it was trained with.</source>
        <translation>O arquivo não diz quais são as ativações: escolha aquelas com que a rede foi treinada.</translation>
    </message>
    <message>
        <source>The present inputs have different sizes, so it gets random ones (Gaussian).</source>
        <translation>As entradas atuais têm outros tamanhos: a rede recebe entradas aleatórias (gaussianas).</translation>
    </message>
    <message>
        <source>Open the network %1</source>
        <translation>Abrir a rede %1</translation>
    </message>
</context>
<context>
    <name>deltascope::dialogs::PresetGallery</name>
    <message>
        <source>Presets</source>
        <translation>Predefinições</translation>
    </message>
    <message>
        <source>Restore “%1” as it was</source>
        <translation>Restaurar “%1” como era</translation>
    </message>
</context>
<context>
    <name>deltascope::dialogs::TableCells</name>
    <message>
        <source>column %1</source>
        <translation>coluna %1</translation>
    </message>
    <message>
        <source>target</source>
        <translation>alvo</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>de fora</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
</context>
<context>
    <name>deltascope::dialogs::TableSheet</name>
    <message>
        <source>Choose a table</source>
        <translation>Escolha uma tabela</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.data *.dat *.txt *.gz);;All files (*)</source>
        <translation>Tabelas (*.csv *.tsv *.tab *.data *.dat *.txt *.gz);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> de %1</translation>
    </message>
    <message>
        <source>Being read …</source>
        <translation>Em leitura …</translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation>encontrado: %1</translation>
    </message>
    <message>
        <source>found</source>
        <translation>como encontrado</translation>
    </message>
    <message>
        <source>Data from a table</source>
        <translation>Dados de uma tabela</translation>
    </message>
    <message>
        <source>Another &amp;file…</source>
        <translation>Outro &amp;arquivo…</translation>
    </message>
    <message>
        <source>&amp;As found</source>
        <translation>&amp;Como encontrado</translation>
    </message>
    <message>
        <source>Discard these settings and go by what is found in the file</source>
        <translation>Descartar estes ajustes e seguir o que se encontra no arquivo</translation>
    </message>
    <message>
        <source>&amp;Use the table</source>
        <translation>&amp;Usar a tabela</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The first rows as they are understood</source>
        <translation>As primeiras linhas, como são entendidas</translation>
    </message>
    <message>
        <source>Examples that are not learnt from: they show how the network handles new ones</source>
        <translation>Exemplos que não são usados no aprendizado: mostram o que a rede faz com exemplos novos</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>Coluna do alvo</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Reservados</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
</context>
<context>
    <name>deltascope::panels::LayerActivation</name>
    <message>
        <source>The activation of layer %1 alone; the reset button gives it the shared one again.</source>
        <translation>A ativação só da camada %1; o botão de restaurar devolve a ela a comum.</translation>
    </message>
    <message>
        <source>The activation of layer %1. It is that of all hidden layers until you choose another here.</source>
        <translation>A ativação da camada %1. É a de todas as camadas ocultas até que você escolha outra aqui.</translation>
    </message>
    <message>
        <source>Give layer %1 the activation of the hidden layers</source>
        <translation>Dar à camada %1 a ativação das camadas ocultas</translation>
    </message>
</context>
<context>
    <name>deltascope::panels::LayerControl</name>
    <message>
        <source>%1 of layer %2 alone, set by hand; the reset button gives it the shared value again.</source>
        <translation>%1 da camada %2 somente, definido à mão; o botão de redefinir devolve o valor comum.</translation>
    </message>
    <message>
        <source>%1 of layer %2. It is the shared value until you move it here.</source>
        <translation>%1 da camada %2. É o valor comum até que você o mova aqui.</translation>
    </message>
    <message>
        <source>Give layer %1 the shared value again</source>
        <translation>Devolver à camada %1 o valor comum</translation>
    </message>
</context>
<context>
    <name>deltascope::panels::LessonBar</name>
    <message>
        <source>Lesson “%1” waits at step %2.</source>
        <translation>A lição “%1” espera no passo %2.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The lesson goes on at this step; your scenario can be had back from there</source>
        <translation>A lição continua neste passo; de lá você pode voltar ao seu cenário</translation>
    </message>
    <message>
        <source>End the lesson</source>
        <translation>Encerrar a lição</translation>
    </message>
    <message>
        <source>Your answers are kept: the Lessons menu goes on where it was left</source>
        <translation>Suas respostas ficam guardadas: o menu Lições continua de onde você parou</translation>
    </message>
</context>
<context>
    <name>deltascope::panels::LessonEnd</name>
    <message>
        <source>✓ This lesson is finished.</source>
        <translation>✓ Esta lição está concluída.</translation>
    </message>
    <message>
        <source>This was the last step of the lesson.</source>
        <translation>Este foi o último passo da lição.</translation>
    </message>
    <message>
        <source>Questions answered right: %1 of %2</source>
        <translation>Perguntas respondidas corretamente: %1 de %2</translation>
    </message>
    <message>
        <source>Goals reached: %1 of %2</source>
        <translation>Metas alcançadas: %1 de %2</translation>
    </message>
    <message>
        <source>Still open: step %1.</source>
        <translation>Ainda em aberto: passo %1.</translation>
    </message>
    <message>
        <source>Still open: steps %1.</source>
        <translation>Ainda em aberto: passos %1.</translation>
    </message>
    <message>
        <source>Another lesson</source>
        <translation>Outra lição</translation>
    </message>
    <message>
        <source>The list of all lessons</source>
        <translation>A lista de todas as lições</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>Fechar a lição</translation>
    </message>
    <message>
        <source>All controls come back, and the scenario stays as it is</source>
        <translation>Todos os controles voltam, e o cenário fica como está</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Próxima lição</translation>
    </message>
</context>
<context>
    <name>deltascope::panels::LessonQuestion</name>
    <message>
        <source>a number, such as 0.01 or 1e-5</source>
        <translation>um número, como 0,01 ou 1e-5</translation>
    </message>
    <message>
        <source>Answer, and see what happens</source>
        <translation>Responder, e ver o que acontece</translation>
    </message>
    <message>
        <source>being computed…</source>
        <translation>em cálculo…</translation>
    </message>
    <message>
        <source>✓ Right. </source>
        <translation>✓ Certo. </translation>
    </message>
    <message>
        <source>✗ Not quite. </source>
        <translation>✗ Não exatamente. </translation>
    </message>
    <message>
        <source>You answered: %1. Correct is: %2.</source>
        <translation>Você respondeu: %1. O certo é: %2.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>The question once more, at the beginning of its step</source>
        <translation>A pergunta mais uma vez, no início do passo</translation>
    </message>
</context>
<context>
    <name>deltascope::panels::MapAxisRows</name>
    <message>
        <source>nothing else: a curve</source>
        <translation>nada mais: uma curva</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>até</translation>
    </message>
    <message>
        <source>values</source>
        <translation>valores</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>logarítmico</translation>
    </message>
    <message>
        <source>Equal ratios from value to value, instead of equal steps</source>
        <translation>Razões iguais de um valor ao seguinte, em vez de passos iguais</translation>
    </message>
    <message>
        <source>How many values of this parameter the map has</source>
        <translation>Quantos valores deste parâmetro o mapa tem</translation>
    </message>
    <message>
        <source>The parameter along this axis: drag in the map, and it goes where you point</source>
        <translation>O parâmetro ao longo deste eixo: arraste no mapa, e ele vai para onde você apontar</translation>
    </message>
    <message>
        <source>%1: parameter</source>
        <translation>%1: parâmetro</translation>
    </message>
    <message>
        <source>%1: from</source>
        <translation>%1: de</translation>
    </message>
    <message>
        <source>%1: to</source>
        <translation>%1: até</translation>
    </message>
    <message>
        <source>%1: number of values</source>
        <translation>%1: número de valores</translation>
    </message>
    <message>
        <source>%1: logarithmic</source>
        <translation>%1: logarítmico</translation>
    </message>
    <message>
        <source>Where the axis begins</source>
        <translation>Onde o eixo começa</translation>
    </message>
    <message>
        <source>Where the axis ends</source>
        <translation>Onde o eixo termina</translation>
    </message>
</context>
<context>
    <name>deltascope::panels::PresetNote</name>
    <message>
        <source>What to look for: %1</source>
        <translation>O que observar: %1</translation>
    </message>
    <message>
        <source>Add to my lecture</source>
        <translation>Acrescentar à minha aula</translation>
    </message>
    <message>
        <source>Close what to look for; the gallery of presets has it too</source>
        <translation>Fechar o que observar; está também na galeria de predefinições</translation>
    </message>
    <message>
        <source>One line of what to look for</source>
        <translation>Uma linha do que observar</translation>
    </message>
    <message>
        <source>All of what to look for</source>
        <translation>Tudo o que observar</translation>
    </message>
</context>
<context>
    <name>deltascope::playing::Play</name>
    <message>
        <source>Play %1</source>
        <translation>Animar %1</translation>
    </message>
</context>
<context>
    <name>deltascope::playing::PlayBar</name>
    <message>
        <source>Stop (Space)</source>
        <translation>Parar (Espaço)</translation>
    </message>
    <message>
        <source>Play %1 (Space)</source>
        <translation>Animar %1 (Espaço)</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>once</source>
        <translation>uma vez</translation>
    </message>
    <message>
        <source>in a loop</source>
        <translation>sem parar</translation>
    </message>
    <message>
        <source>back and forth</source>
        <translation>ida e volta</translation>
    </message>
    <message>
        <source>Parameter to play</source>
        <translation>Parâmetro a animar</translation>
    </message>
    <message>
        <source>The parameter that moves by itself</source>
        <translation>O parâmetro que se move sozinho</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>How fast it moves: at 1× it takes 8 seconds from end to end</source>
        <translation>Quão rápido ele se move: em 1× leva 8 segundos de ponta a ponta</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Percurso</translation>
    </message>
    <message>
        <source>What happens at the end of the range</source>
        <translation>O que acontece no fim da faixa</translation>
    </message>
    <message>
        <source>Moves a parameter by itself over its slider&apos;s range; what it did is one undo step.</source>
        <translation>Move um parâmetro sozinho pela faixa do seu controle; o que ele fez é um só passo de desfazer.</translation>
    </message>
</context>
<context>
    <name>deltascope::playing::TrainingBar</name>
    <message>
        <source>Forget the changes in mid-run</source>
        <translation>Esquecer as alterações no treinamento</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>Época %1 de %2</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1, passo %2</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>falta %n segundo</numerusform>
            <numerusform>faltam %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>falta %n minuto</numerusform>
            <numerusform>faltam %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not trained yet: %n epoch(s)</source>
        <translation>
            <numerusform>Ainda não treinada: %n época</numerusform>
            <numerusform>Ainda não treinada: %n épocas</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Treinar</translation>
    </message>
    <message>
        <source>Pause the training (Ctrl+Enter)</source>
        <translation>Pausar o treinamento (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Train the network: step by step along the gradient (Ctrl+Enter)</source>
        <translation>Treinar a rede: passo a passo ao longo do gradiente (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>One step of training; the arrow: up to a chosen step</source>
        <translation>Um passo de treinamento; a seta: até um passo escolhido</translation>
    </message>
    <message>
        <source>One step of training</source>
        <translation>Um passo de treinamento</translation>
    </message>
    <message>
        <source>Up to the next epoch</source>
        <translation>Até a próxima época</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>Step to train up to</source>
        <translation>Passo até o qual treinar</translation>
    </message>
    <message>
        <source>Where the training should stop; an earlier step begins again from the same start</source>
        <translation>Onde o treinamento deve parar; um passo anterior recomeça do mesmo início</translation>
    </message>
    <message>
        <source>Run to this step</source>
        <translation>Treinar até este passo</translation>
    </message>
    <message>
        <source>Back to the same start: the seed and the initial weights stay</source>
        <translation>De volta ao mesmo início: a semente e os pesos iniciais ficam</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>Voltar ao início</translation>
    </message>
    <message>
        <source>Forget changes</source>
        <translation>Esquecer alterações</translation>
    </message>
    <message>
        <source>Train as if nothing had been changed in mid-run</source>
        <translation>Treinar como se nada tivesse sido alterado no meio do caminho</translation>
    </message>
    <message>
        <source>Maximum speed of the training</source>
        <translation>Velocidade máxima do treinamento</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Limite de velocidade</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Progresso do treinamento</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>velocidade máxima</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 passos/s</translation>
    </message>
    <message>
        <source>Cannot be trained: %1</source>
        <translation>Não é possível treinar: %1</translation>
    </message>
    <message>
        <source>The training is being prepared…</source>
        <translation>O treinamento está sendo preparado…</translation>
    </message>
</context>
<context>
    <name>deltascope::playing::WalkBar</name>
    <message>
        <source>Pause the walk (Space)</source>
        <translation>Pausar o percurso (Espaço)</translation>
    </message>
    <message>
        <source>Play the walk from here (Space)</source>
        <translation>Reproduzir o percurso a partir daqui (Espaço)</translation>
    </message>
    <message>
        <source>Pause the walk</source>
        <translation>Pausar o percurso</translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation>Reproduzir o percurso</translation>
    </message>
    <message>
        <source>Stage %1 of %2</source>
        <translation>Etapa %1 de %2</translation>
    </message>
    <message>
        <source>Walk back</source>
        <translation>Caminho de volta</translation>
    </message>
    <message>
        <source>Sends the gradient from the output back to layer 1: × w at each link, × σ′ at each neuron</source>
        <translation>Manda o gradiente da saída de volta à camada 1: × w em cada ligação, × σ′ em cada neurônio</translation>
    </message>
    <message>
        <source>Stage before</source>
        <translation>Etapa anterior</translation>
    </message>
    <message>
        <source>Back to the stage before (PageUp)</source>
        <translation>Voltar à etapa anterior (PageUp)</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>Próxima etapa</translation>
    </message>
    <message>
        <source>On to the next stage (PageDown)</source>
        <translation>Seguir para a próxima etapa (PageDown)</translation>
    </message>
    <message>
        <source>End the walk</source>
        <translation>Encerrar o percurso</translation>
    </message>
    <message>
        <source>End the walk: the drawing at rest (Esc)</source>
        <translation>Encerrar o percurso: o desenho em repouso (Esc)</translation>
    </message>
</context>
<context>
    <name>deltascope::stage::ChoiceCard</name>
    <message>
        <source>One hand more; the key %1</source>
        <translation>Mais uma mão; a tecla %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>deltascope::stage::EndPage</name>
    <message>
        <source>%1 of %2 said so</source>
        <translation>%1 de %2 disseram isso</translation>
    </message>
    <message>
        <source>%1 of %2 guesses were near</source>
        <translation>%1 de %2 palpites chegaram perto</translation>
    </message>
    <message>
        <source>What we asked, and what came out</source>
        <translation>O que perguntamos e o que resultou</translation>
    </message>
    <message>
        <source>This was the last step of the lesson.</source>
        <translation>Este foi o último passo da lição.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>A seguir: %1</translation>
    </message>
</context>
<context>
    <name>deltascope::stage::LessonStrip</name>
    <message>
        <source>Hands for %1: %2, then Enter</source>
        <translation>Mãos para %1: %2, depois Enter</translation>
    </message>
    <message>
        <source>Vote: keys 1 to %1 · H: hands counted · PageDown: the answer</source>
        <translation>Votação: teclas 1 a %1 · H: contar mãos · PageDown: a resposta</translation>
    </message>
    <message>
        <source>Type what the class says, then Enter · PageDown: the answer</source>
        <translation>Digite o que a turma diz, depois Enter · PageDown: a resposta</translation>
    </message>
    <message>
        <source>N: the next lesson · L: all lessons</source>
        <translation>N: a próxima lição · L: todas as lições</translation>
    </message>
    <message>
        <source>H: a hint</source>
        <translation>H: uma dica</translation>
    </message>
    <message>
        <source>%1 · step %2 of %3</source>
        <translation>%1 · passo %2 de %3</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>O valor é %1.</translation>
    </message>
    <message>
        <source>being computed…</source>
        <translation>sendo calculado…</translation>
    </message>
    <message>
        <source>The class said: %1</source>
        <translation>A turma disse: %1</translation>
    </message>
    <message>
        <source>no value yet</source>
        <translation>ainda sem valor</translation>
    </message>
    <message>
        <source>✓ Reached. Now %1 (%2)</source>
        <translation>✓ Alcançado. Agora %1 (%2)</translation>
    </message>
    <message>
        <source>Now %1 (%2)</source>
        <translation>Agora %1 (%2)</translation>
    </message>
</context>
<context>
    <name>deltascope::stage::Stage</name>
    <message>
        <source>PageDown, PageUp: a stage on, a stage back · Space: play or pause · Esc: the end of the walk</source>
        <translation>PageDown, PageUp: uma etapa adiante, uma etapa atrás · Espaço: reproduzir ou pausar · Esc: fim do caminho</translation>
    </message>
</context>
<context>
    <name>deltascope::stage::TeacherPanel</name>
    <message>
        <source>%1 · %2 since the beginning</source>
        <translation>%1 · %2 desde o início</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Resposta: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Fonte: %1</translation>
    </message>
    <message>
        <source>The end of the lesson: every question once more, with what the class said.</source>
        <translation>O fim da lição: cada pergunta mais uma vez, com o que a turma disse.</translation>
    </message>
    <message>
        <source>Hands for %1</source>
        <translation>Mãos para %1</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Mostrar a resposta</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo passo</translation>
    </message>
    <message>
        <source>Only you see this</source>
        <translation>Só você vê isto</translation>
    </message>
    <message>
        <source>Hands of the class</source>
        <translation>Mãos da turma</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>A seguir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>The step before (PageUp)</source>
        <translation>O passo anterior (PageUp)</translation>
    </message>
    <message>
        <source>First the answer, then the next step (PageDown)</source>
        <translation>Primeiro a resposta, depois o próximo passo (PageDown)</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Tela preta</translation>
    </message>
    <message>
        <source>The audience&apos;s screen black, until any key (B)</source>
        <translation>A tela do público fica preta até que se aperte uma tecla (B)</translation>
    </message>
    <message>
        <source>Swap screens</source>
        <translation>Trocar telas</translation>
    </message>
    <message>
        <source>The stage and this window change places (S)</source>
        <translation>O palco e esta janela trocam de lugar (S)</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Encerrar</translation>
    </message>
    <message>
        <source>Leaves the presenter view (Esc)</source>
        <translation>Sai do modo de apresentação (Esc)</translation>
    </message>
</context>
<context>
    <name>deltascope::stage::Thumbnail</name>
    <message>
        <source>On the stage</source>
        <translation>No palco</translation>
    </message>
    <message>
        <source>%1: the key %2 puts it on the stage</source>
        <translation>%1: a tecla %2 põe a figura no palco</translation>
    </message>
</context>
<context>
    <name>deltascope::storage::DocumentFile</name>
    <message>
        <source>Untitled</source>
        <translation>Sem título</translation>
    </message>
</context>
<context>
    <name>deltascope::views::FigureView</name>
    <message>
        <source>Choose the figure that is shown here</source>
        <translation>Escolha a figura que é mostrada aqui</translation>
    </message>
    <message>
        <source>Figure: %1</source>
        <translation>Figura: %1</translation>
    </message>
    <message>
        <source>Export, copy, table, explanation</source>
        <translation>Exportar, copiar, tabela, explicação</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mais opções de %1</translation>
    </message>
    <message>
        <source>Change %1 and %2</source>
        <translation>Mudar %1 e %2</translation>
    </message>
    <message>
        <source>Zoom the map</source>
        <translation>Ampliar o mapa</translation>
    </message>
    <message>
        <source>Hold the axes as they are now, whatever comes; a double click in the figure fits them again</source>
        <translation>Manter os eixos como estão agora, aconteça o que acontecer; um clique duplo na figura volta a ajustá-los</translation>
    </message>
    <message>
        <source>Hold the axes</source>
        <translation>Manter os eixos</translation>
    </message>
    <message>
        <source>Choose in “%1”</source>
        <translation>Escolher em “%1”</translation>
    </message>
    <message>
        <source>One line of the caption</source>
        <translation>Uma linha da legenda da figura</translation>
    </message>
    <message>
        <source>The whole caption</source>
        <translation>A legenda inteira</translation>
    </message>
    <message>
        <source>Back to all figures (Esc)</source>
        <translation>Voltar a todas as figuras (Esc)</translation>
    </message>
    <message>
        <source>Enlarge this figure (or a double click beside its name); Esc leads back</source>
        <translation>Ampliar esta figura (ou clique duplo ao lado do nome); Esc volta</translation>
    </message>
    <message>
        <source>Back to all figures from %1</source>
        <translation>Voltar de %1 a todas as figuras</translation>
    </message>
    <message>
        <source>Enlarge %1</source>
        <translation>Ampliar %1</translation>
    </message>
</context>
<context>
    <name>deltascope::views::LimitsDialog</name>
    <message>
        <source>%1 – axis limits</source>
        <translation>%1 – limites dos eixos</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>até</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Fit the axes</source>
        <translation>Ajustar os eixos</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, de</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1, até</translation>
    </message>
    <message>
        <source>“%1” is no limit of a logarithmic axis: a number above 0 is needed, such as 1e-20.</source>
        <translation>“%1” não serve de limite a um eixo logarítmico: é preciso um número acima de 0, como 1e-20.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1” não é um número.</translation>
    </message>
    <message>
        <source>The axis would end before it begins: the first limit must be the lower one.</source>
        <translation>O eixo terminaria antes de começar: o primeiro limite deve ser o menor.</translation>
    </message>
</context>
<context>
    <name>deltascope::views::PinBar</name>
    <message>
        <source>Pin %1</source>
        <translation>Cenário fixado %1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Ir para %1</translation>
    </message>
    <message>
        <source>Pinned:</source>
        <translation>Fixados:</translation>
    </message>
    <message>
        <source>Pinned scenario %1</source>
        <translation>Cenário fixado %1</translation>
    </message>
    <message>
        <source>Go to this pinned scenario, rename or remove it</source>
        <translation>Ir para este cenário fixado, renomear ou remover</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Ir para ele</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renomear…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Name of the pin</source>
        <translation>Nome do cenário fixado</translation>
    </message>
    <message>
        <source>%1 (no data)</source>
        <translation>%1 (sem dados)</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fixar</translation>
    </message>
    <message>
        <source>Rename a pin</source>
        <translation>Renomear um cenário fixado</translation>
    </message>
    <message>
        <source>Remove a pin</source>
        <translation>Remover um cenário fixado</translation>
    </message>
</context>
<context>
    <name>deltascope::views::SideBySide</name>
    <message>
        <source>Present scenario</source>
        <translation>Cenário atual</translation>
    </message>
    <message>
        <source>Present scenario beside %1 – Deltascope</source>
        <translation>Cenário atual ao lado de %1 – Deltascope</translation>
    </message>
</context>
<context>
    <name>deltascope::views::TableWindow</name>
    <message>
        <source>%1 – table</source>
        <translation>%1 – tabela</translation>
    </message>
</context>
<context>
    <name>deltascope::widgets::Banner</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>Fechar este aviso</translation>
    </message>
</context>
<context>
    <name>deltascope::widgets::Tour</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próximo</translation>
    </message>
</context>
<context>
    <name>deltascope::window::DataNotice</name>
    <message>
        <source>Take the sizes of the file</source>
        <translation>Usar os tamanhos do arquivo</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Escolher o arquivo…</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Escolher a pasta…</translation>
    </message>
    <message>
        <source>Open the file of the network…</source>
        <translation>Abrir o arquivo da rede…</translation>
    </message>
</context>
<context>
    <name>deltascope::window::DockTitle</name>
    <message>
        <source>Unfold this panel</source>
        <translation>Abrir este painel</translation>
    </message>
    <message>
        <source>Fold this panel to its title</source>
        <translation>Recolher este painel ao título</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>Recolher %1</translation>
    </message>
    <message>
        <source>A window of its own, or back</source>
        <translation>Em janela própria, ou de volta</translation>
    </message>
    <message>
        <source>Float %1</source>
        <translation>Soltar %1</translation>
    </message>
    <message>
        <source>Close; the View menu brings it back</source>
        <translation>Fechar; o menu Exibir o traz de volta</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Fechar %1</translation>
    </message>
</context>
<context>
    <name>deltascope::window::FileCommands</name>
    <message>
        <source>Open a document or an exported figure</source>
        <translation>Abrir um documento ou uma figura exportada</translation>
    </message>
    <message>
        <source>Documents and exported figures (%1);;All files (*)</source>
        <translation>Documentos e figuras exportadas (%1);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>Salvar o documento</translation>
    </message>
    <message>
        <source>Deltascope documents (*.deltascope)</source>
        <translation>Documentos do Deltascope (*.deltascope)</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened here.</source>
        <translation>%1 foi alterado por outro programa desde que foi aberto aqui.</translation>
    </message>
    <message>
        <source>Overwrite it</source>
        <translation>Sobrescrever</translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation>Salvar com outro nome…</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Abrir de novo</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Alterações não salvas</translation>
    </message>
    <message>
        <source>Save the changes to %1 first?</source>
        <translation>Salvar antes as alterações em %1?</translation>
    </message>
    <message>
        <source>Folder of the data files</source>
        <translation>Pasta dos arquivos de dados</translation>
    </message>
    <message>
        <source>The link is on the clipboard, without the pins: a saved document holds them.</source>
        <translation>O link está na área de transferência, sem os cenários fixados: um documento salvo os contém.</translation>
    </message>
    <message>
        <source>The link is on the clipboard. It opens when it is pasted into Deltascope (Ctrl+Shift+V), or given as its argument.</source>
        <translation>O link está na área de transferência. Ele abre quando é colado no Deltascope (Ctrl+Shift+V) ou dado ao programa como argumento.</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>Nada foi aberto ainda</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Limpar esta lista</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sem título</translation>
    </message>
    <message>
        <source>Deltascope quit without saving %1.</source>
        <translation>O Deltascope foi encerrado sem salvar %1.</translation>
    </message>
    <message>
        <source>Recover it</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>This document is too long for a link, and the clipboard is as it was: save it instead.</source>
        <translation>Este documento é longo demais para um link, e a área de transferência ficou como estava: salve-o em vez disso.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Compare the present scenario with</source>
        <translation>Comparar o cenário atual com</translation>
    </message>
    <message>
        <source>the document of a link</source>
        <translation>o documento de um link</translation>
    </message>
</context>
<context>
    <name>deltascope::window::LectureCommands</name>
    <message>
        <source>Added to my lecture: %1.</source>
        <translation>Acrescentado à minha aula: %1.</translation>
    </message>
    <message>
        <source>Already in my lecture: %1.</source>
        <translation>Já está na minha aula: %1.</translation>
    </message>
    <message>
        <source>Write my lecture…</source>
        <translation>Escrever minha aula…</translation>
    </message>
    <message>
        <source>Written: %1.</source>
        <translation>Gravado: %1.</translation>
    </message>
</context>
<context>
    <name>deltascope::window::LessonCommands</name>
    <message>
        <source>&amp;Open a lesson…</source>
        <translation>&amp;Abrir uma lição…</translation>
    </message>
    <message>
        <source>&amp;Report of the answers…</source>
        <translation>&amp;Relatório das respostas…</translation>
    </message>
    <message>
        <source>&amp;Worksheet…</source>
        <translation>&amp;Folha de exercícios…</translation>
    </message>
    <message>
        <source>&amp;Start again, without answers</source>
        <translation>Re&amp;começar, sem respostas</translation>
    </message>
    <message>
        <source>&amp;Leave the lesson</source>
        <translation>&amp;Sair da lição</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>Abrir uma lição</translation>
    </message>
    <message>
        <source>Lessons (*.json);;All files (*)</source>
        <translation>Lições (*.json);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Salvar o relatório</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;CSV (*.csv)</source>
        <translation>PDF (*.pdf);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save the worksheet</source>
        <translation>Salvar a folha de exercícios</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written: %1.</source>
        <translation>Gravado: %1.</translation>
    </message>
    <message>
        <source>&amp;Add to my lecture</source>
        <translation>&amp;Acrescentar à minha aula</translation>
    </message>
</context>
<context>
    <name>deltascope::window::MainWindow</name>
    <message>
        <source>Settings and recovery copies cannot be kept: there is no writable home folder.</source>
        <translation>Configurações e cópias de recuperação não podem ser guardadas: não há pasta pessoal gravável.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read; the defaults are used.</source>
        <translation>As configurações em %1 não podem ser lidas; são usados os padrões.</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportado para %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) exported to files like %1.</source>
        <translation>
            <numerusform>%n figura exportada para arquivos como %1.</numerusform>
            <numerusform>%n figuras exportadas para arquivos como %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded: %1.</source>
        <translation>Gravado: %1.</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Equilibrar</translation>
    </message>
    <message>
        <source>%1[*] – Deltascope</source>
        <translation>%1[*] – Deltascope</translation>
    </message>
    <message>
        <source>Your pins stay beside the preset.</source>
        <translation>Seus cenários fixados continuam ao lado da predefinição.</translation>
    </message>
    <message>
        <source>Remove the pins</source>
        <translation>Remover os cenários fixados</translation>
    </message>
    <message>
        <source>The preset brought pins of its own in place of yours.</source>
        <translation>A predefinição trouxe seus próprios cenários fixados no lugar dos seus.</translation>
    </message>
    <message>
        <source>Put mine back</source>
        <translation>Recolocar os meus</translation>
    </message>
    <message>
        <source>Put the pins back</source>
        <translation>Recolocar os cenários fixados</translation>
    </message>
</context>
<context>
    <name>deltascope::window::NetworkCommands</name>
    <message>
        <source>Open a network</source>
        <translation>Abrir uma rede</translation>
    </message>
    <message>
        <source>Networks (*.safetensors *.npz *.json);;All files (*)</source>
        <translation>Redes (*.safetensors *.npz *.json);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Export the network</source>
        <translation>Exportar a rede</translation>
    </message>
    <message>
        <source>network</source>
        <translation>rede</translation>
    </message>
</context>
<context>
    <name>deltascope::window::PointNotice</name>
    <message>
        <source>The figures look at the input (%1, %2) alone, not at the examples.</source>
        <translation>As figuras observam só a entrada (%1, %2), não os exemplos.</translation>
    </message>
    <message>
        <source>Look at the examples</source>
        <translation>Observar os exemplos</translation>
    </message>
</context>
<context>
    <name>deltascope::window::Presenter</name>
    <message>
        <source>Presenter</source>
        <translation>Apresentador</translation>
    </message>
</context>
<context>
    <name>deltascope::window::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Novo</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open a document, or any figure that Deltascope exported</source>
        <translation>Abrir um documento, ou qualquer figura que o Deltascope exportou</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir recen&amp;tes</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Salvar &amp;como…</translation>
    </message>
    <message>
        <source>&amp;Data folder…</source>
        <translation>Pasta de &amp;dados…</translation>
    </message>
    <message>
        <source>Where the MNIST files are; for data from a table, the file of that table</source>
        <translation>Onde estão os arquivos do MNIST; para dados de uma tabela, o arquivo dessa tabela</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Write one figure or all as PNG, SVG, PDF, CSV or JSON</source>
        <translation>Gravar uma figura ou todas como PNG, SVG, PDF, CSV ou JSON</translation>
    </message>
    <message>
        <source>&amp;Record an animation…</source>
        <translation>&amp;Gravar uma animação…</translation>
    </message>
    <message>
        <source>A figure while a parameter moves or the network is trained, as pictures or a film</source>
        <translation>Uma figura enquanto um parâmetro se move ou a rede é treinada, como imagens ou filme</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Sai&amp;r</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Desfazer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Refazer</translation>
    </message>
    <message>
        <source>&amp;Balance</source>
        <translation>&amp;Equilibrar</translation>
    </message>
    <message>
        <source>Choose every bias so that z is 0 and the derivative is largest; w stays</source>
        <translation>Escolher cada viés para que z seja 0 e a derivada seja máxima; w fica</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>&amp;Fixar</translation>
    </message>
    <message>
        <source>Keep the present curves beside the new ones while the parameters move on</source>
        <translation>Manter as curvas atuais ao lado das novas enquanto os parâmetros mudam</translation>
    </message>
    <message>
        <source>&amp;New seed</source>
        <translation>&amp;Nova semente</translation>
    </message>
    <message>
        <source>Draw a new seed: another network by the same rules</source>
        <translation>Sortear uma nova semente: outra rede pelas mesmas regras</translation>
    </message>
    <message>
        <source>P&amp;resets…</source>
        <translation>&amp;Predefinições…</translation>
    </message>
    <message>
        <source>Restore the preset</source>
        <translation>Restaurar a predefinição</translation>
    </message>
    <message>
        <source>Undo every change made to the preset, in one step</source>
        <translation>Desfazer toda alteração feita na predefinição, em um passo</translation>
    </message>
    <message>
        <source>Copy lin&amp;k</source>
        <translation>Copiar lin&amp;k</translation>
    </message>
    <message>
        <source>The present state as a short text that opens it anywhere</source>
        <translation>O estado atual como um texto curto que o abre em qualquer lugar</translation>
    </message>
    <message>
        <source>Paste a &amp;document</source>
        <translation>&amp;Colar um documento</translation>
    </message>
    <message>
        <source>Open the document or link whose text is on the clipboard</source>
        <translation>Abrir o documento ou link cujo texto está na área de transferência</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>E&amp;xibir</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>&amp;Figuras</translation>
    </message>
    <message>
        <source>&amp;Ladder</source>
        <translation>&amp;Escada</translation>
    </message>
    <message>
        <source>The same seed with six initializations and architectures in one figure; choosing it again brings back the other figures</source>
        <translation>A mesma semente com seis inicializações e arquiteturas em uma figura; acionar de novo traz de volta as outras figuras</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>Pai&amp;néis</translation>
    </message>
    <message>
        <source>&amp;Fit all axes</source>
        <translation>&amp;Ajustar todos os eixos</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>&amp;Restaurar a disposição</translation>
    </message>
    <message>
        <source>P&amp;resenter view</source>
        <translation>&amp;Modo de apresentação</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Tela cheia</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lições</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aj&amp;uda</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;O que é isto?</translation>
    </message>
    <message>
        <source>Then click on what you want explained</source>
        <translation>Depois clique no que quer ver explicado</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Tour</translation>
    </message>
    <message>
        <source>Four notes on where things are</source>
        <translation>Quatro notas sobre onde está cada coisa</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atalhos de teclado</translation>
    </message>
    <message>
        <source>&amp;Cite Deltascope</source>
        <translation>&amp;Citar o Deltascope</translation>
    </message>
    <message>
        <source>&amp;About Deltascope</source>
        <translation>&amp;Sobre o Deltascope</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Predefinições</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Desfazer: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Refazer: %1</translation>
    </message>
    <message>
        <source>Named starting points, each with what to look for</source>
        <translation>Pontos de partida com nome, cada um com o que observar</translation>
    </message>
    <message>
        <source>Presets: %1</source>
        <translation>Predefinições: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Barra de ferramentas</translation>
    </message>
    <message>
        <source>More toolbar buttons</source>
        <translation>Mais botões da barra de ferramentas</translation>
    </message>
    <message>
        <source>Check the &amp;numbers</source>
        <translation>Conferir os &amp;números</translation>
    </message>
    <message>
        <source>Published numbers, computed by this program now</source>
        <translation>Números publicados, calculados por este programa agora</translation>
    </message>
    <message>
        <source>Open &amp;network…</source>
        <translation>Abrir &amp;rede…</translation>
    </message>
    <message>
        <source>Initial weights from your own network: safetensors, NumPy arrays, or its JSON</source>
        <translation>Pesos iniciais de uma rede sua: safetensors, arrays do NumPy ou o JSON dela</translation>
    </message>
    <message>
        <source>Data from a &amp;table…</source>
        <translation>Dados de uma &amp;tabela…</translation>
    </message>
    <message>
        <source>Choose your own table, see how it is understood, and correct what is wrong</source>
        <translation>Escolher uma tabela sua, ver como é entendida e corrigir o que estiver errado</translation>
    </message>
    <message>
        <source>Export the net&amp;work</source>
        <translation>Exportar a re&amp;de</translation>
    </message>
    <message>
        <source>&amp;Walk back</source>
        <translation>Caminho de &amp;volta</translation>
    </message>
    <message>
        <source>Sends the gradient from the output back to layer 1: × w at each link, × σ′ at each neuron</source>
        <translation>Manda o gradiente da saída de volta à camada 1: × w em cada ligação, × σ′ em cada neurônio</translation>
    </message>
    <message>
        <source>&amp;Step by step</source>
        <translation>Passo a pa&amp;sso</translation>
    </message>
    <message>
        <source>Forward, backward and update, one stage at a time: PageDown goes on, PageUp back, Esc ends it</source>
        <translation>Ida, volta e atualização, uma etapa por vez: PageDown avança, PageUp volta, Esc encerra</translation>
    </message>
    <message>
        <source>&amp;Hold all axes</source>
        <translation>&amp;Manter todos os eixos</translation>
    </message>
    <message>
        <source>The axes of all figures stay as they are now, so that what moves can be compared by eye</source>
        <translation>Os eixos de todas as figuras ficam como estão agora, para que se compare a olho o que se move</translation>
    </message>
    <message>
        <source>Full screen with large type for a lecture, on the projector where there is one: PageDown and PageUp step through the lesson, Space sends the gradient back, digits count the votes on a question and else choose the figure, arrows the next figure, L lists the lessons, B makes the screen black, Esc leaves</source>
        <translation>Tela cheia com letras grandes para uma aula, no projetor quando há um: PageDown e PageUp percorrem a lição, Espaço envia o gradiente de volta, os dígitos contam os votos de uma pergunta e, fora dela, escolhem a figura, as setas a figura seguinte, L lista as lições, B escurece a tela, Esc sai</translation>
    </message>
    <message>
        <source>&amp;Write my lecture…</source>
        <translation>Escrever &amp;minha aula…</translation>
    </message>
    <message>
        <source>Marked presets, lessons and figures as slides, with worksheet and answer key</source>
        <translation>Predefinições, lições e figuras marcadas como slides, com folha de exercícios e gabarito</translation>
    </message>
    <message>
        <source>&amp;Compare side by side…</source>
        <translation>&amp;Comparar lado a lado…</translation>
    </message>
    <message>
        <source>The figures of another document beside those of the present scenario, over the same axes</source>
        <translation>As figuras de outro documento ao lado das do cenário atual, sobre os mesmos eixos</translation>
    </message>
</context>
<context>
    <name>deltascope::workspace::DataFit</name>
    <message>
        <source>Take the sizes of the data</source>
        <translation>Usar os tamanhos dos dados</translation>
    </message>
</context>
<context>
    <name>deltascope::workspace::LessonSession</name>
    <message>
        <source>%1, step %2</source>
        <translation>%1, passo %2</translation>
    </message>
    <message>
        <source>Your prediction first</source>
        <translation>Primeiro a sua previsão</translation>
    </message>
    <message>
        <source>Covered: a question asks about it later</source>
        <translation>Coberta: uma pergunta trata dela mais adiante</translation>
    </message>
    <message>
        <source>Back to my scenario</source>
        <translation>Voltar ao meu cenário</translation>
    </message>
</context>
<context>
    <name>deltascope::workspace::PresetSession</name>
    <message>
        <source>Preset %1</source>
        <translation>Predefinição %1</translation>
    </message>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
</context>
<context>
    <name>deltascope::workspace::ScenarioStore</name>
    <message>
        <source>Change %1</source>
        <translation>Alterar %1</translation>
    </message>
</context>
<context>
    <name>formula</name>
    <message>
        <source>⋮ %1 more</source>
        <translation>⋮ mais %1</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 de %2 a %3</translation>
    </message>
    <message>
        <source>Σ′(z) is the diagonal matrix of the slopes f′(z).</source>
        <translation>Σ′(z) é a matriz diagonal das inclinações f′(z).</translation>
    </message>
    <message>
        <source>For the first of %1 examples.</source>
        <translation>Para o primeiro de %1 exemplos.</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Vanishing gradient</source>
        <translation>Dissipação do gradiente</translation>
    </message>
    <message>
        <source>Exploding gradient</source>
        <translation>Explosão do gradiente</translation>
    </message>
    <message>
        <source>Dead layers</source>
        <translation>Camadas mortas</translation>
    </message>
    <message>
        <source>Saturated neurons</source>
        <translation>Neurônios saturados</translation>
    </message>
    <message>
        <source>Balanced gradient</source>
        <translation>Gradiente equilibrado</translation>
    </message>
    <message>
        <source>Uneven gradient</source>
        <translation>Gradiente desigual</translation>
    </message>
</context>
</TS>
