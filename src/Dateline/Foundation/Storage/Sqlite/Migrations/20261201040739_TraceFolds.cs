using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class TraceFolds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wire_trace_folds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Folded = table.Column<long>(type: "INTEGER", nullable: false),
                    Folding = table.Column<long>(type: "INTEGER", nullable: true),
                    Upto = table.Column<long>(type: "INTEGER", nullable: true),
                    Stamp = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wire_trace_folds", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wire_trace_folds");
        }
    }
}
