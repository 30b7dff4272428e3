using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class VersionsAndCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Corrects",
                table: "wire_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "SourceVersion",
                table: "wire_items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Gone",
                table: "quarantined",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPacked",
                table: "quarantined",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Corrects",
                table: "wire_items");

            migrationBuilder.DropColumn(
                name: "SourceVersion",
                table: "wire_items");

            migrationBuilder.DropColumn(
                name: "Gone",
                table: "quarantined");

            migrationBuilder.DropColumn(
                name: "IsPacked",
                table: "quarantined");
        }
    }
}
