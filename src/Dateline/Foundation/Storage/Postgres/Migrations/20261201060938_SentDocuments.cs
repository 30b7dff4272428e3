using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    internal partial class SentDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "DocumentId",
                table: "wire_versions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "wire_documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FeedId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wire_documents", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_wire_documents_At",
                table: "wire_documents",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wire_documents");

            migrationBuilder.DropColumn(
                name: "DocumentId",
                table: "wire_versions");
        }
    }
}
