using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    internal partial class Groups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "GroupId",
                table: "wire_items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Relation",
                table: "wire_items",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Words",
                table: "wire_items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "wire_prints",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Loose = table.Column<bool>(type: "boolean", nullable: false),
                    Marked = table.Column<bool>(type: "boolean", nullable: false),
                    Words = table.Column<int>(type: "integer", nullable: false),
                    Exact = table.Column<long>(type: "bigint", nullable: false),
                    Shingles = table.Column<byte[]>(type: "bytea", nullable: false),
                    Lead = table.Column<byte[]>(type: "bytea", nullable: false),
                    Facts = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wire_prints", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "wire_traces",
                columns: table => new
                {
                    Print = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wire_traces", x => new { x.Print, x.Key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_wire_items_GroupId_Row",
                table: "wire_items",
                columns: new[] { "GroupId", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_wire_prints_GroupId",
                table: "wire_prints",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_wire_prints_ItemId",
                table: "wire_prints",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_wire_traces_Key_Print",
                table: "wire_traces",
                columns: new[] { "Key", "Print" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wire_prints");

            migrationBuilder.DropTable(
                name: "wire_traces");

            migrationBuilder.DropIndex(
                name: "IX_wire_items_GroupId_Row",
                table: "wire_items");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "wire_items");

            migrationBuilder.DropColumn(
                name: "Relation",
                table: "wire_items");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "wire_items");
        }
    }
}
