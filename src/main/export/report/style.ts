/** The style of the report: a quiet printed page. Light only; measures in px for the screen, A4 by the page rules. */

export const STYLE = `
:root{--ink:#1f2733;--soft:#566172;--line:#d5dae1;--ground:#f6f7f9;--accent:#3a4aa8}
*{box-sizing:border-box}
html{background:#e9ecf0;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:24px auto;max-width:1012px;padding:44px 52px 36px;background:#fff;color:var(--ink);font:14px/1.5 "Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
bdi{overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:27px;font-weight:600;letter-spacing:-.2px}
h2{font-size:19px;font-weight:600;margin:40px 0 12px;padding-top:12px;border-top:2px solid var(--ink)}
h2 .ordinal{background:none;color:var(--soft);font-weight:400;padding:0;margin-right:6px;font-size:inherit;min-width:0}
h3{font-size:16px;font-weight:600}
p{margin:8px 0}
b{font-weight:600}
a{color:var(--accent)}
code{font:12px/1.4 ui-monospace,"Cascadia Mono",Consolas,Menlo,"Liberation Mono",monospace;word-break:break-all}
.small{font-size:12.5px;color:var(--soft);font-weight:400}
.block{display:block;margin-top:2px}
.none{color:var(--soft)}
.nowrap{white-space:nowrap}
.masthead .kind{display:flex;justify-content:space-between;gap:16px;margin:0 0 20px;padding-bottom:8px;border-bottom:1px solid var(--line);font-size:12.5px;color:var(--soft);letter-spacing:.3px}
.masthead .kind span:first-child{font-weight:600;color:var(--ink)}
.lead{color:var(--soft)}
.facts{display:grid;grid-template-columns:1.5fr 1fr 1.1fr 1.1fr 1fr;gap:1px;margin:16px 0;border:1px solid var(--line);border-radius:6px;overflow:hidden;background:var(--line)}
.facts div{padding:8px 12px;background:#fff}
.facts.wide{grid-template-columns:1fr}
.facts.wide div{display:grid;grid-template-columns:190px 1fr;gap:12px}
dt{font-size:12.5px;color:var(--soft)}
dd{margin:0}
.statement{margin:16px 0 0;padding:10px 14px;border-left:3px solid var(--ink);background:var(--ground)}
nav{margin:20px 0 0}
nav ol{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0;padding:0;list-style:none;counter-reset:part}
nav li{counter-increment:part;white-space:nowrap}
nav li::before{content:counter(part) " ";color:var(--soft)}
.figures{display:grid;grid-template-columns:repeat(4,1fr);gap:16px;margin:0 0 14px}
.figures div{display:flex;flex-direction:column-reverse;border-top:1px solid var(--line);padding-top:6px;justify-content:flex-end}
.figures dd{font-size:27px;font-weight:600;line-height:1.2}
.figures .severity{font-size:inherit}
.brief{list-style:none;margin:0;padding:0}
.brief li{display:grid;grid-template-columns:104px 156px 1fr;gap:0 12px;align-items:baseline;padding:7px 0;border-top:1px solid var(--line)}
.brief .person{justify-self:start}
table{width:100%;border-collapse:collapse;margin:14px 0 6px}
caption{text-align:left;font-weight:600;padding:0 0 6px;caption-side:top}
th{font-size:12.5px;font-weight:600;color:var(--soft);text-align:left;vertical-align:bottom;padding:4px 12px 4px 0;border-bottom:1px solid var(--ink)}
td{vertical-align:top;padding:7px 12px 7px 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
.number{text-align:right;white-space:nowrap}
th.number{white-space:normal}
.queue td:nth-child(6){width:104px}
.queue bdi{overflow-wrap:break-word}
tfoot td{font-weight:600;border-bottom:0}
.severity{font-weight:600;white-space:nowrap}
.severity.high{color:#b8330f}.severity.medium{color:#946200}.severity.low{color:#526a85}
.category{white-space:nowrap;font-size:12.5px;color:var(--soft)}
.drawing{vertical-align:-2px}
.person{display:inline-flex;align-items:center;gap:6px;white-space:nowrap;padding:1px 8px 1px 6px;border:1px solid var(--line);border-radius:6px;font-size:13px;font-weight:400;background:#fff}
.ordinal{display:inline-block;min-width:17px;padding:0 4px;border-radius:3px;background:var(--ink);color:#fff;font-size:11.5px;font-weight:600;line-height:16px;text-align:center}
.alert{margin-top:30px;padding-top:14px;border-top:1px solid var(--ink)}
.head>header{display:flex;flex-wrap:wrap;align-items:center;gap:6px 14px}
.head>header .severity{font-size:16px}
.status{padding:1px 8px;border:1px solid var(--ink);border-radius:6px;font-size:12.5px}
.sum{margin:14px 0}
.sum svg{display:block;width:100%;height:auto}
.sum p{margin:4px 0 0;padding:8px 12px;background:var(--ground)}
.factors td:first-child{width:58px;font-size:15px}
.factors td:nth-child(3){width:128px}
.factors td:nth-child(4),.factors td:nth-child(5),.factors td:nth-child(6){width:76px}
.factors th:nth-child(n+4),.receipts th:nth-child(n+2){text-align:right}
.steps{display:flex;flex-wrap:wrap;gap:8px 24px;margin:8px 0 6px;padding:0;list-style:none}
.steps li{position:relative;flex:1 1 130px;padding:7px 10px;border:1px solid var(--line);border-radius:6px;font-size:13px}
.steps li+li::before{content:"→";position:absolute;left:-19px;top:6px;color:var(--soft)}
.checked td:first-child{width:24%}.checked .result{width:24%}
.decisions td:nth-child(1){width:190px}.decisions td:nth-child(2){width:14%}.decisions td:nth-child(3){width:34%}.decisions td:last-child{width:auto}
.timeline{margin:10px 0 0}
.timeline svg{font-family:inherit}
.timeline>svg{display:block;width:100%;height:auto}
.key{display:flex;flex-wrap:wrap;gap:2px 18px;margin:6px 0 10px;font-size:12.5px;color:var(--soft)}
.ring::before{content:"";display:inline-block;width:10px;height:10px;margin-right:5px;border-radius:50%;border:1px solid;vertical-align:-1px}
.ring.high::before{border-color:#b8330f;border-width:2.5px}.ring.medium::before{border-color:#946200;border-width:1.5px}.ring.low::before{border-color:#526a85;border-style:dashed}
.marks{list-style:none;margin:0;padding:0;counter-reset:mark}
.marks li{padding:4px 0 4px 28px;position:relative;border-top:1px solid var(--line)}
ol.marks li{counter-increment:mark;display:grid;grid-template-columns:98px 98px 184px 1fr;gap:0 12px;align-items:baseline}
ol.marks li::before{content:counter(mark);position:absolute;left:2px;top:6px;width:17px;height:17px;border:1px solid var(--ink);border-radius:50%;font-size:11px;font-weight:600;line-height:15px;text-align:center}
.marks b:first-child{position:absolute;left:2px;top:6px;width:17px;text-align:center;line-height:17px}
.marks .letter{background:var(--ink);color:#fff;border-radius:2px;font-size:11px}
.marks time{color:var(--soft);white-space:nowrap}
.timeline .close{margin:14px 0 2px}
.picture+.picture{margin-top:28px}
.note{margin:12px 0;padding:2px 0 2px 14px;border-left:3px solid var(--line)}
.note.decision,.note.resolution{border-left-color:var(--ink)}
.note p{margin:2px 0;white-space:pre-wrap}
.method{margin:0;padding-left:26px}
.method li{padding:3px 0 3px 4px}
.glossary{columns:2;column-gap:36px;margin:0}
.glossary div{break-inside:avoid;padding:5px 0}
.glossary dt{font-weight:600;color:var(--ink);font-size:14px}
footer{margin-top:44px;padding-top:10px;border-top:1px solid var(--line);font-size:12.5px;color:var(--soft)}
@media screen and (max-width:760px){body{margin:0;padding:20px 16px}.figures{grid-template-columns:repeat(2,1fr)}ol.marks li,.brief li,.facts,.facts.wide div{display:block}.glossary{columns:1}table{display:block;overflow-x:auto}}
@page{size:A4;margin:17mm 15mm 18mm;@bottom-left{content:"Inward case report · pseudonymised";font:8pt sans-serif;color:#566172}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#566172}}
@media print{
html{background:none}
body{margin:0;padding:0;max-width:none;font-size:9.5pt;line-height:1.42}
h1{font-size:19pt}h2{font-size:13.5pt;margin:22pt 0 8pt;padding-top:7pt}h3{font-size:11.5pt}
h1,h2,h3,caption,.head>header,.note header,.close{break-after:avoid}
tbody tr:first-child{break-before:avoid}
.head,tr,.checked,.decisions,.queue,.sum,.steps,.steps li,.statement,.facts,.figures div,.timeline>svg,.key,.marks li,.method li,.brief li{break-inside:avoid}
p{orphans:3;widows:3}
thead{display:table-header-group}tfoot{display:table-row-group}
.small,.category,dt,th,.key,.status{font-size:8.5pt}
.glossary dt{font-size:9.5pt}
code{font-size:7.5pt}.receipts code{font-size:7pt}
.factors td:first-child{width:44px;font-size:10.5pt}
.factors td:nth-child(3){width:104px}
.factors td:nth-child(n+4){width:56px}
.steps{flex-direction:column;gap:0}.steps li{flex:none;padding:3px 0 3px 20px;border:0}.steps li br:first-of-type{display:none}.steps b::after{content:": "}.steps li::before,.steps li+li::before{content:"→";position:absolute;left:2px;top:3px;color:var(--soft)}
ol.marks li{grid-template-columns:80px 86px 174px 1fr;gap:0 8px}
.brief li{grid-template-columns:92px 136px 1fr}
.queue td:nth-child(6){width:74px}.decisions td:nth-child(1){width:144px}
td,th{padding-right:9px}
a{color:inherit;text-decoration:none}
.person{font-size:9pt}
}
`
