// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/stylesheet.h>

namespace holdpoint::report {

QString screenStyle()
{
    // Text colours keep at least 4.5:1 against every ground they stand on, in both schemes (WCAG 2.2, 1.4.3).
    return QStringLiteral(R"css(
:root{color-scheme:light dark;--ink:#1a2330;--dim:#4c596b;--page:#f2f4f7;--card:#fff;--line:#d3dae3;--code:#f4f6f9;
--link:#0a56a3;--good:#0b6138;--good-bg:#e0f3e8;--bad:#9f1c17;--bad-bg:#fce8e7;--warn:#704500;--warn-bg:#fff0cf}
@media (prefers-color-scheme:dark){:root{--ink:#e4e9f0;--dim:#a9b5c4;--page:#10151c;--card:#19212b;--line:#35414f;
--code:#11181f;--link:#7fbcff;--good:#7fdcab;--good-bg:#12372a;--bad:#ffa9a3;--bad-bg:#451c1b;--warn:#f7cb7b;
--warn-bg:#3f2f10}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);
font:1rem/1.55 system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif}
header,nav,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
a{color:var(--link)}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem}
.kicker{margin:1.5rem 0 0;color:var(--dim);font-size:.95rem}
h1{margin:.1rem 0 1rem;font-size:2rem;line-height:1.2}
h2{margin:0 0 .75rem;font-size:1.35rem;display:flex;justify-content:space-between;align-items:baseline;gap:1rem}
h3{margin:1.75rem 0 .5rem;font-size:1.1rem;border-top:1px solid var(--line);padding-top:1rem}
h4{margin:1.1rem 0 .35rem;font-size:1rem}
h2+h3{border-top:0;padding-top:0;margin-top:0}
section,nav,.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;margin:1.25rem 0;
padding:1.25rem 1.5rem}
nav{margin:1.25rem auto;max-width:59.5rem}
nav h2{font-size:1rem;margin-bottom:.25rem}
nav ol{columns:2;margin:0;padding-left:1.4rem}
.mark{font-size:.8rem;font-weight:700;letter-spacing:.12em;color:var(--warn)}
.notice{border:2px solid;border-radius:.6rem;padding:.75rem 1.25rem;margin:.75rem 0}
.notice strong{display:block;font-size:1.1rem;letter-spacing:.02em}
.plain{color:var(--ink);background:var(--card);border-color:var(--line)}
.good{color:var(--good);background:var(--good-bg)}
.warning{color:var(--warn);background:var(--warn-bg)}
.bad{color:var(--bad);background:var(--bad-bg)}
.chip{display:inline-block;padding:0 .55rem;border-radius:.8rem;font-size:.85rem;font-weight:650;white-space:nowrap}
.chip.plain{border:1px solid var(--line)}
dl{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.3rem 1.25rem;margin:.5rem 0}
dt{color:var(--dim)}
dd{margin:0;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.88em;unicode-bidi:isolate}
code{overflow-wrap:anywhere}
pre{margin:.4rem 0 .8rem;padding:.7rem .9rem;background:var(--code);border:1px solid var(--line);border-radius:.4rem;
white-space:pre-wrap;overflow-wrap:anywhere;tab-size:8}
.scroll{overflow-x:auto}
figure{margin:0 0 1rem}
figure svg{display:block;width:100%;min-width:52rem;height:auto;border:1px solid var(--line);border-radius:.4rem}
figcaption{font-size:.93rem;padding-top:.35rem}
table{border-collapse:collapse;width:100%;font-size:.93rem;margin:.4rem 0 .8rem}
caption{text-align:left;color:var(--dim);padding:.2rem 0 .35rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--line);
overflow-wrap:anywhere;unicode-bidi:isolate}
th{color:var(--dim);font-weight:600}
footer{color:var(--dim);font-size:.9rem;padding-bottom:3rem}
@media (max-width:40rem){dl{grid-template-columns:1fr}nav ol{columns:1}dt{margin-top:.4rem}}
@media print{:root{--page:#fff;--card:#fff;--ink:#000;--dim:#333;--line:#999;--code:#f4f4f4;--link:#000;
--good:#0b6138;--good-bg:#fff;--bad:#9f1c17;--bad-bg:#fff;--warn:#704500;--warn-bg:#fff}
nav,.skip{display:none}body{font-size:10pt}section{border:0;padding:0}
h1,h2,h3,h4{break-after:avoid}tr,.notice{break-inside:avoid}thead{display:table-header-group}}
)css");
}

QString paperStyle()
{
    return QStringLiteral(R"css(
body{font-family:"DejaVu Sans";font-size:9pt;color:#1a2330}
h1{font-size:19pt;margin-top:2px;margin-bottom:10px}
h2{font-size:13.5pt;margin-top:24px;margin-bottom:6px;color:#0a3f78}
h3{font-size:11pt;margin-top:16px;margin-bottom:4px}
h4{font-size:9pt;margin-top:9px;margin-bottom:2px;color:#4c596b}
p{margin-top:3px;margin-bottom:5px}
ul{margin-top:2px;margin-bottom:4px}
.kicker{color:#4c596b;margin-top:12px;margin-bottom:0}
h6{font-size:8pt;font-weight:normal;margin-top:7px;margin-bottom:2px;color:#4c596b}
.mark{color:#704500}
.note{color:#4c596b;font-size:8pt}
th{color:#4c596b;font-size:8pt;text-align:left}
td{font-size:8pt}
.name{color:#4c596b}
code,pre{font-family:"DejaVu Sans Mono";font-size:8pt}
pre{white-space:pre-wrap;margin:0px}
)css");
}

} // namespace holdpoint::report
