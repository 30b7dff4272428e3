using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    internal partial class ReplyIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_replies_AddressKey_SubmittedAt",
                table: "replies");

            migrationBuilder.CreateIndex(
                name: "IX_replies_AddressKey_SubmittedAt_State_Id",
                table: "replies",
                columns: new[] { "AddressKey", "SubmittedAt", "State", "Id" },
                filter: "\"AddressKey\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_replies_AddressKey_SubmittedAt_State_Id",
                table: "replies");

            migrationBuilder.CreateIndex(
                name: "IX_replies_AddressKey_SubmittedAt",
                table: "replies",
                columns: new[] { "AddressKey", "SubmittedAt" },
                filter: "\"AddressKey\" IS NOT NULL");
        }
    }
}
