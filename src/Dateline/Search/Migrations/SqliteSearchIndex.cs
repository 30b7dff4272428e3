using Dateline.Foundation.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dateline.Search.Migrations;

/// <summary>SQLite's full-text index over the rows, kept in step by triggers (sqlite.org/fts5.html, "External Content Tables").</summary>
[DbContext(typeof(SqliteDatelineDb))]
[Migration("20261123999999_SearchIndex")]
internal sealed class SqliteSearchIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE VIRTUAL TABLE search_index USING fts5("Headline", "Text", content='search_rows', content_rowid='Number', tokenize='unicode61 remove_diacritics 0');
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER search_rows_added AFTER INSERT ON search_rows BEGIN
                INSERT INTO search_index(rowid, "Headline", "Text") VALUES (new."Number", new."Headline", new."Text");
            END;
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER search_rows_gone AFTER DELETE ON search_rows BEGIN
                INSERT INTO search_index(search_index, rowid, "Headline", "Text") VALUES ('delete', old."Number", old."Headline", old."Text");
            END;
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER search_rows_changed AFTER UPDATE ON search_rows BEGIN
                INSERT INTO search_index(search_index, rowid, "Headline", "Text") VALUES ('delete', old."Number", old."Headline", old."Text");
                INSERT INTO search_index(rowid, "Headline", "Text") VALUES (new."Number", new."Headline", new."Text");
            END;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER search_rows_added; DROP TRIGGER search_rows_gone; DROP TRIGGER search_rows_changed; DROP TABLE search_index;
        """);
}
