<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>deltascope::dialogs::NetworkDialog</name>
    <message numerus="yes">
        <source>%1: %n layer(s), %2. Its weights and biases become the initial ones.</source>
        <translation>
            <numerusform>%1: %n camada, %2. Os pesos e vieses dela passam a ser os iniciais.</numerusform>
            <numerusform>%1: %n camadas, %2. Os pesos e vieses dela passam a ser os iniciais.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deltascope::playing::TrainingBar</name>
    <message numerus="yes">
        <source>Not trained yet: %n epoch(s)</source>
        <translation>
            <numerusform>Not trained yet: %n epoch</numerusform>
            <numerusform>Not trained yet: %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deltascope::window::MainWindow</name>
    <message numerus="yes">
        <source>%n figure(s) exported to files like %1.</source>
        <translation>
            <numerusform>%n figure exported to files like %1.</numerusform>
            <numerusform>%n figures exported to files like %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
