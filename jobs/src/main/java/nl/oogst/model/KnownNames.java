package nl.oogst.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * First names and surnames that people in the Netherlands have, to find them in free text. Names
 * that are ordinary words too ({@code Wil}, {@code Toon}, {@code Bakker}) stand apart: they count
 * only beside another part of a name.
 */
final class KnownNames {
  private static final Set<String> FIRST =
      words(
          """
          aad aart abdel abdelkader abdullah achmed adnan adriaan adriana agnes ahmed ahmet aicha ailin alejandro
          alex alexander alexandra ali aleksandra alice alida aliye amal amina amir amira ana andre andré andrea
          andreas andries anita anja ank anke ann anna annabel anneke annelies annemarie annemieke annet annette
          annie anouk anton antoinette antonia antonius arend arie arjan arjen arnold arnoud aron arthur astrid
          ayse ayşe aziz bart bas bastiaan beatrix ben-ali bernadette bernard bert bertus bianca bilal birgit björn
          boudewijn bouchra bram brahim brenda brigitte burak carin carla carlos carolien caroline catharina cees
          celine chaima chantal charlotte chris christel christiaan christina christine cindy claudia conny corina
          cornelia cornelis corrie cynthia daan daniël daniel danielle danny david debby debora deborah denise dennis
          diana dick diederik dieuwke dimitri dineke dirk dominique doortje dorien douwe driss eduard edward edwin
          eefje elena elif elisabeth elise eliza ellen els elsbeth elske emiel emine emma emre erik erica erik-jan
          erna ernst erwin esmee esra esther eva evelien eveline evert fadma fatima fatih fatiha fatma fenna ferdinand
          feline femke ferry filip fleur floris fouad frank frans fransje franciscus frederik freek frits gabriel
          gea geert gerard gerben gerda gerrit gertjan gijs gijsbert gina gosia greet greetje grietje guido hadewych
          hafida hakan hakim halima hamid hamza hanan hanna hanneke hannie hans harm harmen harold harrie harry hasan
          hassan hatice heidi heleen helen helena hendrik hendrika henk hennie henny henri henriette herman hetty
          hidde hilda hilde hugo huib hussein ibrahim ilse imane imke ineke ingeborg ingrid irene irma isa
          isabel isabella ismail ivo jaap jacco jacob jacoba jacqueline jacques jamal jamila jan jan-willem jana
          janine janneke jannie janny jasmijn jasper jeanette jelle jeroen jessica jetske jill jim joan joanna
          jochem joep johan johanna johannes john jolanda jolanta jonas jonathan joost jordy joris jos josé jose
          josephine joyce judith julia jurgen jurriaan justin karel karen karim karima karin katarzyna kaya kees kelly
          kemal kenan kevin khadija khalid kim kirsten klaas klaske koen koos krystyna kübra laila lambert larissa
          lars laura lauren leila lena leonard lianne lieke lies liesbeth lieuwe linda lisa lisanne lisette lodewijk
          loes lotte louis louisa louise luc lucas lucia lucie luuk maaike maarten machteld magda malika manon manuel
          marcel marco maria marianne marieke mariëlle marielle marijke marijn marije marike marina marion marit
          marjan marjolein marjon marleen marloes marlies martha martijn martin martina martine maryam mathijs
          matthijs maud maurice mees mehmet melanie melissa menno meryem michael michel michelle michiel mieke
          miguel mila milou miranda miriam mirjam mohamed mohammad mohammed monica monika monique mourad murat
          mustafa mustapha myriam nabil nadia naima najat nancy naomi natascha nathalie nico nicolaas nicole niek niels
          nienke nina noor noortje nora norbert nour omar onno osman otto patricia patrick paul paula pauline peter
          petra petronella philip pien piet pieter pieternel quinten rachid rachida rachel ralph ramazan ramon raymond
          rebecca regina reinier remco remy renate rené rené-jan renée renee renske ria richard rianne rick rieke rik
          rita rob robbert robert robin roel roeland roelof rogier roland ronald rosa rosalie rosanne rowan
          roxanne ruben rudolf ruud ryan saar sabine sabrina said saïd saida saïda saliha samantha samir samira sander
          sandra sanne sara sarah sascha saskia sebastiaan selma serge sevda shanti sharon sjaak sjoerd simone
          sofia sofie sonja sophie stefan stefanie steven suleyman süleyman suzan suzanne sven sylvia tamara tanja
          tatiana teun theo theresa thijs thomas tijmen timo tineke tjeerd tobias tom tomasz truus tuğba umut ursula
          vera verena veronique victor vincent viktor wanda wendy werner wessel wibo wiebe willeke willem wim wilhelmina
          wilma wouter xander yasemin yasin yasmin yasmina youssef yusuf yvette yvonne zahra zakaria zehra zeynep zoë
          """);

  private static final Set<String> ALSO_WORDS =
      words(
          """
          amber elke floor iris jet merel milan roman ad an arno ben bo bob door dorus fay fem ger guus job jonas june kai ken lea leo lot maan mark max mei
          mies nel pim puk rein rens ro roos ron sam sem stan stefan sterre storm tes tim ton toon tuur wil wies zita
          """);

  private static final Set<String> SURNAMES =
      words(
          """
          jansen janssen janssens dijkstra hoekstra hendriks hendriksen willems vermeulen verhoeven vermeer
          scholten schouten gerritsen pietersen pieterse jacobs jacobse huisman hermans kuipers kuijpers veenstra
          postma wiersma bosman dekkers driessen martens maas-jansen yilmaz yıldız yildiz kaya özdemir ozdemir demir
          öztürk ozturk çelik celik şahin sahin aydin aydın arslan doğan dogan amrani bouali bouzidi benali benhaddou
          chaouch azzouzi hamdaoui ouali idrissi ramdin ramdjan mohan singh nguyen kowalski kowalska nowak wiśniewski
          wisniewska silva santos pereira fernandes rodrigues martina balentina koopmans groenewegen groeneveld
          nieuwenhuis oosterhuis tuinstra terpstra feenstra elzinga hofstra zijlstra bloemendaal
          """);

  private KnownNames() {}

  /** The words of a text. */
  static Set<String> words(String text) {
    return Set.copyOf(List.of(text.strip().split("\\s+")));
  }

  /** A first name that is nothing else. */
  static boolean isFirstName(String word) {
    return FIRST.contains(lower(word));
  }

  /** A first name that can be an ordinary word. */
  static boolean isPerhapsFirstName(String word) {
    return ALSO_WORDS.contains(lower(word));
  }

  static boolean isSurname(String word) {
    return SURNAMES.contains(lower(word));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
