using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class ReplyOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_readers_AddressKey",
                table: "readers");

            migrationBuilder.AlterColumn<long>(
                name: "VerifiedAt",
                table: "readers",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.CreateIndex(
                name: "IX_replies_StoryId_Answers_Id",
                table: "replies",
                columns: new[] { "StoryId", "Answers", "Id" },
                filter: "\"ParentId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_replies_StoryId_PickedAt",
                table: "replies",
                columns: new[] { "StoryId", "PickedAt" },
                filter: "\"PickedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_replies_StoryId_PinnedAt",
                table: "replies",
                columns: new[] { "StoryId", "PinnedAt" },
                filter: "\"PinnedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_readers_AddressKey",
                table: "readers",
                column: "AddressKey");

            migrationBuilder.CreateIndex(
                name: "verified_address",
                table: "readers",
                column: "AddressKey",
                unique: true,
                filter: "\"VerifiedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_replies_StoryId_Answers_Id",
                table: "replies");

            migrationBuilder.DropIndex(
                name: "IX_replies_StoryId_PickedAt",
                table: "replies");

            migrationBuilder.DropIndex(
                name: "IX_replies_StoryId_PinnedAt",
                table: "replies");

            migrationBuilder.DropIndex(
                name: "IX_readers_AddressKey",
                table: "readers");

            migrationBuilder.DropIndex(
                name: "verified_address",
                table: "readers");

            migrationBuilder.AlterColumn<long>(
                name: "VerifiedAt",
                table: "readers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_readers_AddressKey",
                table: "readers",
                column: "AddressKey",
                unique: true);
        }
    }
}
