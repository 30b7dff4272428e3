using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class PrintTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wire_print_texts",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Shingles = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Lead = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Facts = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Traces = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wire_print_texts", x => x.Number);
                    table.ForeignKey(
                        name: "FK_wire_print_texts_wire_prints_Number",
                        column: x => x.Number,
                        principalTable: "wire_prints",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            // Each with the keys of its traces, as the bytes of big-endian numbers.
            migrationBuilder.Sql(
                "INSERT INTO wire_print_texts (\"Number\", \"Shingles\", \"Lead\", \"Facts\", \"Traces\") SELECT p.\"Number\", p.\"Shingles\", p.\"Lead\", p.\"Facts\", "
                + "coalesce((SELECT unhex(group_concat(printf('%016x', t.\"Key\"), '')) FROM wire_traces t WHERE t.\"Print\" = p.\"Number\"), x'') FROM wire_prints p");

            // Entity Framework has no word for WITHOUT ROWID: the key is the table, and there is no second tree.
            migrationBuilder.Sql("CREATE TABLE new_wire_traces (\"Key\" INTEGER NOT NULL, \"Print\" INTEGER NOT NULL, CONSTRAINT \"PK_wire_traces\" PRIMARY KEY (\"Key\", \"Print\")) WITHOUT ROWID");
            migrationBuilder.Sql("INSERT INTO new_wire_traces SELECT \"Key\", \"Print\" FROM wire_traces ORDER BY \"Key\", \"Print\"");
            migrationBuilder.DropTable(name: "wire_traces");
            migrationBuilder.Sql("ALTER TABLE new_wire_traces RENAME TO wire_traces");

            migrationBuilder.DropColumn(
                name: "Facts",
                table: "wire_prints");

            migrationBuilder.DropColumn(
                name: "Lead",
                table: "wire_prints");

            migrationBuilder.DropColumn(
                name: "Shingles",
                table: "wire_prints");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // What was compared by them is forgotten: they are kept for three days anyway.
            migrationBuilder.Sql("DELETE FROM wire_traces");
            migrationBuilder.Sql("DELETE FROM wire_prints");

            migrationBuilder.DropTable(
                name: "wire_print_texts");

            migrationBuilder.DropPrimaryKey(
                name: "PK_wire_traces",
                table: "wire_traces");

            migrationBuilder.AddColumn<byte[]>(
                name: "Facts",
                table: "wire_prints",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Lead",
                table: "wire_prints",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Shingles",
                table: "wire_prints",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddPrimaryKey(
                name: "PK_wire_traces",
                table: "wire_traces",
                columns: new[] { "Print", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_wire_traces_Key_Print",
                table: "wire_traces",
                columns: new[] { "Key", "Print" });
        }
    }
}
