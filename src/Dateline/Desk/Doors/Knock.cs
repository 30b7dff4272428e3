using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Desk.Doors;

/// <summary>How many wrong passwords and codes came from one network in one minute. A keyed hash stands for the network; rows live for <see cref="Knocks.Term"/>.</summary>
internal sealed class Knock : ICountedRow
{
    public const int KeyLength = 32;

    /// <summary>By <see cref="Knocks"/>.</summary>
    public required string Key { get; init; }

    public required long Minute { get; init; }

    public int Count { get; set; }
}

internal sealed class KnockTable : IEntityTypeConfiguration<Knock>
{
    public void Configure(EntityTypeBuilder<Knock> builder)
    {
        builder.ToTable("sign_in_knocks").HasKey(knock => new { knock.Key, knock.Minute });
        builder.Property(knock => knock.Key).HasMaxLength(Knock.KeyLength);
        builder.HasIndex(knock => knock.Minute);
    }
}
