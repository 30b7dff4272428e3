using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Foundation.Storage.Postgres.Migrations
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

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "VerifiedAt",
                table: "readers",
                type: "timestamp with time zone",
                nullable: true,
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamp with time zone");

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

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "VerifiedAt",
                table: "readers",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)),
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamp with time zone",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_readers_AddressKey",
                table: "readers",
                column: "AddressKey",
                unique: true);
        }
    }
}
