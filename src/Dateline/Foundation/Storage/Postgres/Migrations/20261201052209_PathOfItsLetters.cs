using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    internal partial class PathOfItsLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Path",
                table: "replies",
                type: "character varying(1920)",
                maxLength: 1920,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(1920)",
                oldMaxLength: 1920);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Path",
                table: "replies",
                type: "character varying(1920)",
                maxLength: 1920,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(1920)",
                oldMaxLength: 1920,
                oldCollation: "C");
        }
    }
}
