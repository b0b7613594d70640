<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>deltascope::MainWindow</name>
    <message numerus="yes">
        <source>%n figure(s) exported to files like %1.</source>
        <translation>
            <numerusform>%n figure exported to files like %1.</numerusform>
            <numerusform>%n figures exported to files like %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
