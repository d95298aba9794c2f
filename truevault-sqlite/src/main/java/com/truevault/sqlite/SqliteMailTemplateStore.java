package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.mail.MailTemplate;
import com.truevault.mail.MailTemplateStore;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import java.util.List;
import java.util.Optional;

final class SqliteMailTemplateStore implements MailTemplateStore {
  private final SqliteFile main;

  SqliteMailTemplateStore(SqliteFile main) {
    this.main = main;
  }

  @Override
  public Optional<MailTemplate> find(String template) {
    return main.find(
        "select * from mail_templates where template = :template",
        bind("template", template),
        SqliteMailTemplateStore::toTemplate);
  }

  @Override
  public List<MailTemplate> all() {
    return main.query(
        "select * from mail_templates order by template",
        Parameters.none(),
        SqliteMailTemplateStore::toTemplate);
  }

  @Override
  public void put(MailTemplate changed) {
    main.update(
        """
        insert into mail_templates (template, subject, body, updated_at)
        values (:template, :subject, :body, :updated_at)
            on conflict (template) do update
           set subject = excluded.subject,
               body = excluded.body,
               updated_at = excluded.updated_at
        """,
        bind("template", changed.template())
            .and("subject", changed.subject())
            .and("body", changed.body())
            .and("updated_at", changed.updatedAt()));
  }

  @Override
  public boolean remove(String template) {
    return main.update(
            "delete from mail_templates where template = :template", bind("template", template))
        > 0;
  }

  private static MailTemplate toTemplate(Row row) {
    return new MailTemplate(
        row.text("template"), row.text("subject"), row.text("body"), row.instant("updated_at"));
  }
}
