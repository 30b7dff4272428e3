using Dateline.Foundation.Storage.Postgres;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dateline.Search.Migrations;

/// <summary>
/// PostgreSQL's index over the rows. The words are folded already, so the dictionary is 'simple' for all
/// languages; positions past 16,383 are not kept, words are (PostgreSQL, "Limitations" of text search).
/// </summary>
[DbContext(typeof(PostgresDatelineDb))]
[Migration("20261123999999_SearchIndex")]
internal sealed class PostgresSearchIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE search_rows ADD COLUMN words tsvector GENERATED ALWAYS AS
                (setweight(to_tsvector('simple', "Headline"), 'A') || setweight(to_tsvector('simple', "Text"), 'B')) STORED;
            """);
        migrationBuilder.Sql("CREATE INDEX search_rows_words ON search_rows USING gin (words);");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("ALTER TABLE search_rows DROP COLUMN words;");
}
