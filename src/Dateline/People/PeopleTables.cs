using Dateline.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.People;

public sealed class StaffTable : IEntityTypeConfiguration<Staff>
{
    public void Configure(EntityTypeBuilder<Staff> builder)
    {
        builder.ToTable("staff").HasKey(staff => staff.Id);
        builder.Property(staff => staff.Name).HasMaxLength(200);
        builder.Property(staff => staff.UserName).HasMaxLength(256);
        builder.Property(staff => staff.NormalizedUserName).HasMaxLength(256);
        builder.Property(staff => staff.Email).HasMaxLength(256);
        builder.Property(staff => staff.NormalizedEmail).HasMaxLength(256);
        builder.Property(staff => staff.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(staff => staff.NormalizedUserName).IsUnique();
    }
}

public sealed class StaffClaimTable : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("staff_claims").HasKey(claim => claim.Id);
}

public sealed class StaffLoginTable : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) =>
        builder.ToTable("staff_logins").HasKey(login => new { login.LoginProvider, login.ProviderKey });
}

public sealed class StaffTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) =>
        builder.ToTable("staff_tokens").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
}

public sealed class SignInLinkTable : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.ToTable("sign_in_links").HasKey(link => link.Id);
        builder.Property(link => link.SecretHash).HasMaxLength(64);
        builder.HasIndex(link => link.SecretHash).IsUnique();
        builder.Property(link => link.UsedAt).IsConcurrencyToken(); // of two who send it at once, the second looks again
    }
}

public static class PeopleQueries
{
    extension(DatelineDb db)
    {
        public IQueryable<Staff> Staff => db.Set<Staff>();

        public IQueryable<SignInLink> SignInLinks => db.Set<SignInLink>();
    }
}
