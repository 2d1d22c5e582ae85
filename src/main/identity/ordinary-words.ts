/**
 * Words that are names of people and words of the language at once, in folded form. Alone, such a word says nothing
 * about anybody, so it is masked only beside another sign of a name. The list refuses nothing else.
 */

// Two letters are too few in any language: pronouns, articles and prepositions look like that.
const SHORTEST_TELLING_WORD = 3

/** Expects the folded form (`reading.ts`). */
export function isOrdinary(word: string): boolean {
  return word.length < SHORTEST_TELLING_WORD || ORDINARY.has(word) || /^\d+$/.test(word)
}

/** Parts of addresses that belong to a function and not to a person. */
export function isFunction(word: string): boolean {
  return FUNCTIONS.has(word)
}

const ENGLISH = `able acre alder angel apple archer arch art ash august autumn bacon badger bailey baker ball banks
barber bark barker barley barn baron barrel barrow bass bath battle beach bean bear beard beck bell bench berry best
bill bird birch bishop black blade blake blank blaze bloom blossom blow blue board boat bold bolt bond bone book boot
booth born boss bow bowl bowman box boy brace branch brand brass brave bread bread bridge bridges bright broad broadway brook brooks
broom brown brush buck budge bull burn burns bush butcher butler button cable can candle cane cannon capital car carbon card
care carpenter carrier carter case cash castle cave chain chamber chambers chance chandler change chapel chapman chase
cherry chief child church clay clear cliff clock close cloud clown coach coal coast cold cole collar college comfort
constable cook cooke cooper copper cord corn corner cotton couch counter court cove cover crane craft cream creek crisp cross crow crown
crystal cup curry dale dance dark darling dash dawn day days deacon dean deal dear decker deer den dew diamond dock
dollar dove downs draper drake drew drink drive driver drummer duck duke dunn dusk dust eagle earl early east eaves
english ever every faith fair fairy falcon fall fan fanning farm farmer farrier fast father fear feather fellow fence fern
ferry field fields finch fine fire fish fisher flag flanders flash flint flood flower flowers foot forbes force ford
foreman forest forester fork fort foster fountain fowler fox frame frank free freed freeman french friend frost fuller
gale gallery game garden gardener gardner garland gate gates gay gentle gentry gift glass glover goal gold golden good
goodman goodwin goose grace grant grass grave graves gray green greene grey grip ground grove guard guest guide gun hail hale hall hammer
hammond hand hands hardy harbor harbour hare harp harper hart harvest hatch hatcher haven hawk hay hays head heart
heath heather hedge held herald herb heron hick hide high hill hills hobby hold holder holiday holly home hood hook hooker hope
horn horne horse hose house howl hub hunt hunter hurt husband hush inch iron ivory ivy jack jade jasmine jay jewel joiner
jolly joy judge july june justice keen keep key keys kind king kings kitchen kite knight knot lake lamb lambert lance land lane
large lark last law lawn laws lead leaf lee legal lemon leopard level light lilly lily limb line link lion list little load lock
locke lodge log lone long loop lord love low lowe loyal luck lynch mace mail main major mallet man manger manor maple
march mark market marks marsh marshall marvel mason mass master masters match may mayor mead meadow meadows melody mercer
merchant mercy merry messenger mild miles mill miller mills miner mint mitten moat money monk moon moor moore moral
more morning moss mount mountain mouse munch musk nail name nash neat needle new newman nice night nightingale nix noble noon north
oak oakes oaks ocean oliver olive olives orange orchard other owl owen pace pack packer page paine pain paint painter palace palm palmer paper
park parker parks parrot parson parsons part partridge pass pat patch paul peace peach peacock peak pear pearl pearson pen penny
pepper perch piano pick piece pierce pike pilgrim pine piper pitt place plain plane plank plant play plumb plumber pole pond pool
poor pope port porter post pot potter potts pound powder power powers pratt press price pride priest prime prince print prior proud pry
purple quick quill rabbit rain raines ram ramp range ranger rank raven ray read reader ready reason rector red redder reed reef reeve
reeves rein rent rest rice rich rick ride rider ridge right ring rise rivers river road roads robe robin rock roll roman roof rook room
rose round rove rover row rowe royal ruby rule rush rust sadler saddler sage sail sailor salmon salt salter sand sands saint savage savior
sawyer scales school score scott scout scrub sea seal seaman search season self sergeant sexton shade shadow shaker shale shark sharp
shaw sheep shell shepherd shields ship shoe shoemaker shore short shrub side silk silver simple singer skill skinner sky slade slate
slater sleep sloan small smart smith smoke smoker snow snyder soil sole sommer son song sore soul south spade spark sparks sparrow spear
spence spencer spice spike spring springer square squire stable stack staff stage stand star stark start state steel steele step stern
steward stick still stock stone storm story stout strange stream street strong sue summer summers sun swan sweet swift sword table
tailor talent tall tanner taylor teacher temple terry thorn thorne thrush tide tiger till timber toll tone tower towers town travis tree
troll trout true trust tub tucker turk turner twin tyler under usher vale valley van vane vice victor vine violet virgin vista wade
wagner wagon wake walk walker wall waller wallet walls ward warden ware warm warner wash watch water waters watt watts wave way weal
weaver web webb weber week weeks weir well wells west wheat wheel wheeler white wick wild wilder will winch wind window winds wine
wing winner winter winters wise wish witch wolf wolfe wonder wood woods wool word worker worth wren wright wynn yard yates year young
zone about after again agent alert allow alone along among annual apart april area around audit aware award backup basic batch began
begin being below blame blast block brain brake break breed brick brief bring broke build built cabin cause chair chart cheap check
chest claim class clean clerk click climb cloth copy count crash crate crazy crime crowd cycle daily dealt death debut delay delta depth
doing doubt draft drain drawn dream dress drill drove eager early earth eight elder elite email empty enemy enjoy enter entry equal error
event exact exist extra false fault fever fiber fifth fifty fight final first fixed fleet floor fluid focus fresh front fruit fully funny
giant given globe going grade grain grand graph great greet gross group grown happy harsh heavy hello hence horse hotel human ideal image
index inner input issue joint label later laugh layer learn lease least leave lemon limit local logic logon loose lower lucky lunch major
maker media metal might minor model month motor mouth movie music never noise novel nurse occur offer often order outer owner panel party
patch phase phone photo pilot pitch plate point pound prize proof proxy queen query quiet quite quota quote radio raise rapid ratio reach
react refer reply rival rough route rural scale scene scope sense serve seven shape share sheet shelf shift shirt shock shoot shown shut
sight since sixth sized skill slice slide slope smile solid solve sorry sound space spare speak speed spend spent split spoke sport staff
stake stamp stare steam stole store strip stuck study stuff style sugar suite super swing taken taste teach teeth thank theft their theme
there these thick thing think third those three threw throw tight times tired title today token topic total touch tough trace track trade
trail train treat trend trial tribe trick tried troop truck truly truth twice union unity until upper upset urban usage usual valid value
venue video virus visit vital voice waste which while whole whose woman women world worry worse worst would wound write wrong wrote yield
young youth slick stray bland blend bless clamp clash cling creed crest dread drone flake flame flank flare fleck flock flour fraud freak
gland glare gleam gloom glory graft grate graze grease greed grill grind groan groom grunt pleat plead pluck plume prank preen prone
scold scorn scowl shack shaft shake shame share shave sheen shell shine shrug skate skimp slack slant slash sleek sleet sling smack
smear smell snack snail snake snare sneak sniff spark spawn spell spill spine spite spoil spoon spray sprint spur stain stair stale stalk
stall steak steal steep steer stiff sting stomp stoop stout straw swamp swarm sway sweat sweep swell swirl trait tramp trash tread trunk
tweak twist wager waist`

const GERMAN = `acker adler alt auer bach bauer baum beck becker beer berg berger bergmann bischof blau blum blume boden braun brand
breit brunner bruder busch dick dorn ecker eder engel ernst esser fels fiedler fink fischer fleischer forster frei freund frisch frohlich
froh fromm fuchs furst garten geiger gerber glaser gold graf grau gross grosse grun gut haas haase hahn hammer hase haus heller herbst herr
herrmann herz hirsch hirte hoch hof hoffmann holz huber hut jager jung junge kaiser karl kast keller kern kirche kirsch klein kling klug
knecht koch kohl kohler konig korn kraft kramer kranz kraus krause kraut krieger krone kruger kuhn kunst kurz lang lange lauf lehmann lehrer
leicht lenz lieb lowe luft maler markt mai maier mann markus maurer meier meister metzger meyer monch mond morgen muller mund muster nacht
nagel neu neumann nord ober oster ost ott pfaff pfeffer pfeifer post pracht rabe rau rausch reich reiter rest richter riese ring ritter roder
rose roth rot ruhe sand sattler sauer schafer schalk scharf schatz schenk schild schlosser schmidt schmied schmitt schneider schnell schreiber
schreiner schroder schuh schuhmacher schulze schulz schuster schutz schwan schwarz see seidel sommer sonne specht sperling spiegel spitz
stadt stahl stange stark stein steiner stern stich stolz storch strauss stumpf sturm tag tausend teich teufel thal tisch topf tischler
traum turm ufer vogel vogt voll wagner wald walter wand wasser weber weg weich wein weiss weller welt wende werk werner west wetter widder
wild wind winkler winter wirt wirth wolf wolff wunder wunsch zahn zander zeit ziegler zimmer zimmermann zorn zucker und oder nicht alle aber
immer unter uber durch gegen ohne heute morgen gestern`

const OTHERS = `agua alba alto amor angelo bella bello bianchi bianco blanc blanco blanche boa bois bon bonne bonnet boucher boulanger bravo
brun brune cabral calvo campo campos cano carpentier casa castillo castro chevalier clair clerc conte correia costa couto cruz delgado dias
dieu dupont esteves etoile faure ferrari ferreira fiore flor flores fontaine fonte forte franco fuente fuentes gallo garcia garnier gato
grand grande gris guerra guerrero herrera hidalgo iglesias jardim jardin jour lacroix lago legrand lebrun leclerc leal leao leblanc leon
libre lima lobo lopes loup luna luz machado mar marchand marin marino marques martins matos maya mendes mer meunier molina montagne monte
montero mora morales moreno mota moulin munoz navarro neri nero neves noel nova nuit nunes ortega pace pacheco paz pereira perrin petit
picard pierre pinto pires poirier prado prat prince provost ramos rei reis renard rey reyes ricci rico rio rios rivera roi romano romero
rossa rossi rosso rouge rousseau roux rubio rue russo sala salvador santa santo santos saraiva serra serrano sierra silva simoes soares
sol soto sousa tavares teixeira terra torre torres vaz vega verde verdi vert vidal vieira vigne villa ville viola zapata bakker berg bos
boer brouwer dekker dijk graaf groen groot haan hart hoek kok koning kuiper mulder peters prins ruiter sluis smit visser vos wit zwart
kowal krol lis maj mazur nowak sikora wilk zajac kral novak kovar`

const FIRST_NAMES = `adam alan albert alex alexander alice amanda amy ana andre andrea andreas andrew angela ann anna anne anthony antonio
arthur barbara ben benjamin bernard bob brian bruno carl carla carlos carol caroline catherine charles charlie chris christian christine
christopher claire claude claudia clara daniel daniela david deborah denis dennis diana dominic donald dorothy edward elena elizabeth ella
emily emma eric erik eva felix fernando francis francisco frank franz fred frederic gabriel gary george gerald gilbert giovanni gordon
graham greg gregory hannah hans harold harry heather heidi heinrich helen helena henry herbert hermann howard hugo ian ingrid irene isabel
jacob james jan jane janet jason jean jennifer jens jeremy jessica jim joan joe johann johannes john jonathan jorge jose joseph josef joyce
juan judith julia julian julie justin karen karl katharina katherine kathleen keith kelly kenneth kevin kim klaus larry laura lauren laurent
lawrence leo leon leonard lewis linda lisa louis louise lucas lucia lucy luis luke lukas marc marco margaret maria marie mario mark markus
martha martin martina mary matthew matthias maurice max melanie melissa michael michel michelle miguel mike monica monika nancy nathan
neil nicholas nick nicola nicolas nicole nina nora norman oliver olivia oscar otto pamela patricia patrick paul paula pedro peter petra
philip philipp pierre rachel ralph raymond rebecca richard rita rob robert roger roland rolf ronald rosa roy ruth ryan sabine sam samuel
sandra sara sarah sean sebastian silvia simon simone sofia sophia sophie stefan stefanie stephan stephanie stephen steve steven stuart susan
susanne sylvia teresa theresa thomas tim timothy tina tom tony ulrich ursula valentin vanessa vera veronica victor victoria vincent virginia
walter warren wayne wendy wilhelm william wolfgang yvonne`

const FUNCTIONS = new Set(
  `abuse account accounting accounts admin administrator alert alerts all app application archive backup batch billing board bot building
  calendar career careers conference contact crm daemon data default demo desk desktop device dev dpo dummy erp example exchange export
  external facilities facility feedback finance ftp guest guests hello help helpdesk hostmaster hr import info information internal invoice
  invoices intune it job jobs kiosk legal list lists local log logs mail mailbox mailer mailing maintenance manager marketing media meeting
  monitor monitoring network news newsletter no noreply notification notifications notify office operations operator order orders payroll phone
  portal post postmaster press printer privacy procurement production project projects public purchasing qa reception recruiting remote report
  reporting reports reply returns robot room root sales scan scanner scheduler security server service services share shared sharepoint shop
  sql staff storage student support svc sync sys sysadmin system systems task team teams tech temp test tester testing ticket tickets tool
  training travel update updates user users vendor vpn web webmaster workflow`.split(/\s+/)
)

const ORDINARY = new Set([...`${ENGLISH} ${GERMAN} ${OTHERS} ${FIRST_NAMES}`.split(/\s+/), ...FUNCTIONS])
