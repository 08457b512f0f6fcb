package nl.oogst.report;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the templates beside this class. Files that end in {@code .ftlh} escape every value for
 * HTML by themselves; nothing that comes from a delivery is ever put in unescaped.
 */
public final class Templates {
  private static final Version VERSION = Configuration.VERSION_2_3_35;

  private final Configuration configuration = new Configuration(VERSION);

  public Templates() {
    configuration.setClassForTemplateLoading(Templates.class, "");
    configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(VERSION).build());
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setLocalizedLookup(false);
    configuration.setNumberFormat("computer");
    configuration.setLogTemplateExceptions(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
  }

  /**
   * The text of a page.
   *
   * @param template the name of a file beside this class, such as {@code feedback.ftlh}
   * @param values what it shows, by name
   */
  public String fill(String template, Map<String, ?> values) {
    StringWriter out = new StringWriter();
    try {
      configuration.getTemplate(template).process(values, out);
    } catch (TemplateException e) {
      throw new IllegalStateException("the template " + template + " cannot be filled", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
