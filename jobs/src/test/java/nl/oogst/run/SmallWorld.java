package nl.oogst.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A data root small enough to work out every figure by hand: proeftuin alfa (BZK) and beta (IenW)
 * deliver snapshots, gamma (Fin) deltas and nothing for the last quarter, epsilon nothing at all.
 * The as-of date is 2024-06-30, the first start 2023-01-01.
 *
 * <ul>
 *   <li>a5 and b5 are one job by contract (rule b), a8 and b8 one by person (rule a)
 *   <li>a4 vanishes after 2023-12-31; a6 is quarantined at first and comes back corrected
 *   <li>a3 is an internship; of a6 the end is planned
 * </ul>
 */
final class SmallWorld {
  private static final String PLACEMENT_HEADER =
      "placement_id,person_id,contract_id,organisation,supplier,employer_kvk,attribution,route,"
          + "contract_form,target_group,register_ground,register_from,start_date,end_date,"
          + "end_reason,hours_per_week,value_eur,valuation_scheme,link_surname,link_initials,"
          + "link_birth_date\n";
  private static final String HOURS_HEADER = "placement_id,period_start,period_end,hours\n";

  private final Map<String, String> files = new LinkedHashMap<>();

  SmallWorld() {
    files.put(
        "register/proeftuinen.csv",
        """
        proeftuin_id,name,organisation,category,phase,round,start_date,end_date,contract_value_eur,obligation_eur
        alfa,Proeftuin Alfa (synthetisch),BZK,Schoonmaak,new_tender,1,2023-01-01,,1000000,50000
        beta,Proeftuin Beta (synthetisch),IenW,Groen,running_contract,1,2023-01-01,,,
        gamma,Proeftuin Gamma (synthetisch),Fin,Drukwerk,,2,2023-07-01,,,
        epsilon,Proeftuin Epsilon (synthetisch),OCW,ICT,,2,2024-04-01,,,
        """);
    String alfa = "deliveries/alfa/";
    files.put(
        alfa + "2023-12-31/placements.csv",
        PLACEMENT_HEADER
            + """
            a1,p1,,BZK,,,supplier,at_supplier,permanent,participatiewet,participatiewet,,2023-01-01,,,36,10000,utrecht_new,,,
            a2,p2,,BZK,,,supplier,at_supplier,temporary,wajong,wajong,,2023-04-01,2023-09-30,contract_expired,24,,,,,
            a3,p3,,BZK,,,supplier,at_supplier,internship,participatiewet,participatiewet,,2023-05-01,,,20,,,,,
            a4,p4,,IenW,,,supplier,co_creation,agency,ww,none,,2023-07-01,,,32,,,,,
            a5,p5,F-1,BZK,Schoon Werk B.V.,,supplier,at_supplier,temporary,participatiewet,participatiewet,,2023-10-01,,,20,,,,,

            a6,p6,,BZK,,,supplier,at_supplier,temporary,participatiewet,participatiewet,,2024-01-01,2024-08-31,,280,,,,,
            a1,p1,,BZK,,,supplier,at_supplier,permanent,participatiewet,participatiewet,,2023-01-01,,,40,10000,utrecht_new,,,
            """);
    files.put(
        alfa + "2024-06-30/placements.csv",
        PLACEMENT_HEADER
            + """
            a1,p1,,BZK,,,supplier,at_supplier,permanent,participatiewet,participatiewet,,2023-01-01,,,32,10000,utrecht_new,,,
            a2,p2,,BZK,,,supplier,at_supplier,temporary,wajong,wajong,,2023-04-01,2023-09-30,contract_expired,24,,,,,
            a3,p3,,BZK,,,supplier,at_supplier,internship,participatiewet,participatiewet,,2023-05-01,2024-01-31,programme_completed,20,,,,,
            a5,p5,F-1,BZK,Schoon Werk B.V.,,supplier,at_supplier,temporary,participatiewet,participatiewet,,2023-10-01,,,20,,,,,
            a6,p6,,BZK,,,supplier,at_supplier,temporary,participatiewet,participatiewet,2024-02-15,2024-01-01,2024-08-31,,28,,,,,
            a8,p8,,BZK,,68750110,supplier,at_supplier,temporary,ww,none,,2024-02-01,,,36,,,Zonneveld,P.,1990-05-12
            """);
    files.put(
        alfa + "2024-06-30/paid_hours.csv",
        HOURS_HEADER
            + """
            a1,2023-01-01,2023-03-31,400
            a1,2023-12-16,2024-01-14,90
            a9,2024-01-01,2024-01-31,10
            """);
    files.put(
        alfa + "2024-06-30/lessons.csv",
        """
        lesson_id,date,phase,theme,kind,text,publishable
        L1,2024-05-01,new_tender,guidance,tip,Begin met een vaste begeleider,ja
        L2,2024-05-02,new_tender,process,insight,Nog niet rijp,nee
        """);
    String beta = "deliveries/beta/";
    String b1 =
        "b1,q1,,IenW,,,rijk_hiring,shared_role,temporary,wsw,wsw,,2023-02-01,2023-12-31,"
            + "contract_expired,20,,,,,\n";
    String b5 =
        "b5,q5,F-1,IenW,schoon werk bv,,supplier,at_supplier,temporary,participatiewet,"
            + "participatiewet,,2023-10-01,,,20,,,,,\n";
    files.put(beta + "2023-12-31/placements.csv", PLACEMENT_HEADER + b1 + b5);
    files.put(
        beta + "2024-06-30/placements.csv",
        PLACEMENT_HEADER
            + b1
            + b5
            + "b8,q8,,IenW,,68750110,supplier,at_supplier,temporary,ww,none,,2024-03-01,,,18,,,"
            + "Zonneveld,P,1990-05-12\n");
    String gamma = "deliveries/gamma/";
    files.put(
        gamma + "2023-12-31/placements.csv",
        PLACEMENT_HEADER
            + """
            g1,r1,,Fin,,,rijk_employment,at_supplier,permanent,participatiewet,participatiewet,,2023-07-01,,,36,,,,,
            g2,r2,,Fin,,,indirect,indirect,temporary,participatiewet,beschut_werk,,2023-10-01,,,18,,,,,
            """);
    files.put(
        gamma + "2024-03-31_mutaties/placements.csv",
        PLACEMENT_HEADER
            + """
            g2,r2,,Fin,,,indirect,indirect,temporary,participatiewet,beschut_werk,,2023-10-01,2024-02-29,resigned,18,,,,,
            """);
  }

  /** Changes or adds files before they are written. */
  SmallWorld with(Consumer<Map<String, String>> change) {
    change.accept(files);
    return this;
  }

  /** The data root, profiles and keys below a folder. */
  static final class Root {
    private final Path folder;

    Root(Path folder) {
      this.folder = folder;
    }

    Settings settings(String out, String master) {
      return new Settings(
          folder.resolve("data"),
          folder.resolve(out),
          Path.of(System.getProperty("oogst.root", ".."), "schemas"),
          folder.resolve("profiles"),
          null,
          folder.resolve("link.key"),
          folder.resolve("disclosure.key"),
          master,
          false,
          "test");
    }
  }

  /** Writes everything down; the order in which files come into being must not matter. */
  Root write(Path folder, boolean backwards) {
    List<String> names = new ArrayList<>(files.keySet());
    if (backwards) {
      Collections.reverse(names);
    }
    try {
      for (String name : names) {
        put(folder.resolve("data").resolve(name), files.get(name));
      }
      put(
          folder.resolve("profiles/gamma.json"),
          """
          { "proeftuin": "gamma",
            "tables": [ { "files": "*.csv", "entity": "placement", "mode": "delta" } ] }
          """);
      put(folder.resolve("link.key"), "01".repeat(32));
      put(folder.resolve("disclosure.key"), "02".repeat(32));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Root(folder);
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
