package com.truevault.web.page.admin;

import com.truevault.theme.ThemeElement;
import com.truevault.theme.ThemeKey;
import com.truevault.theme.Themes;
import com.truevault.web.page.Form;
import com.truevault.web.page.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The theme's elements by category. */
public record ThemePage(List<Group> groups, Form form) {
  /** Elements of one category. */
  public record Group(String name, List<Element> elements) {}

  /** One element; its variable is the style sheet's name for it. */
  public record Element(
      String key, String variable, String description, String value, boolean color) {}

  /** The theme as it is, with what was typed into a refused form. */
  public static ThemePage from(List<ThemeElement> elements, Form form, Messages messages) {
    Map<String, List<Element>> byCategory =
        elements.stream()
            .collect(
                Collectors.groupingBy(
                    ThemeElement::category,
                    LinkedHashMap::new,
                    Collectors.mapping(element -> element(element, form), Collectors.toList())));
    List<Group> groups =
        byCategory.entrySet().stream()
            .map(
                entry ->
                    new Group(
                        messages.textOr("theme.group." + entry.getKey(), entry.getKey()),
                        entry.getValue()))
            .toList();
    return new ThemePage(groups, form);
  }

  private static Element element(ThemeElement element, Form form) {
    ThemeKey key = Themes.key(element.name());
    boolean typed = form.values().containsKey(element.name());
    return new Element(
        key.key(),
        key.variable(),
        element.description(),
        typed ? form.value(element.name()) : element.value(),
        key.isColor());
  }
}
