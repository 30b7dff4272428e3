using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Foundation.Storage;

/// <summary>
/// Text that sorts and compares by its letters' numbers, whatever the database's own language: in Danish "aa" stands behind "z".
/// SQLite does so with all text, PostgreSQL where a column has the collation for it.
/// </summary>
internal static class LetterOrder
{
    private const string Mark = "SortsByLetters";

    extension(PropertyBuilder<string> property)
    {
        public PropertyBuilder<string> SortByLetters() => property.HasAnnotation(Mark, true);
    }

    public static void Give(IMutableModel model, string? collation)
    {
        foreach (var property in model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.FindAnnotation(Mark) is not null))
        {
            property.RemoveAnnotation(Mark); // a matter of the model, and of no migration
            property.SetCollation(collation);
        }
    }
}
