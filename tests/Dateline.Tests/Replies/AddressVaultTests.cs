using Dateline.Foundation.Storage;
using Dateline.Replies;

namespace Dateline.Tests.Replies;

public sealed class AddressVaultTests : IDisposable
{
    private readonly StorageOptions _storage = new(Directory.CreateTempSubdirectory("dateline-keys-").FullName, null);

    private string Key => Path.Combine(_storage.KeysFolder, "readers-address.key");

    [Fact]
    public void What_is_hidden_comes_back_and_never_looks_the_same_twice()
    {
        var vault = new AddressVault(_storage);
        var (one, two) = (vault.Hide("a@b.org"), vault.Hide("a@b.org"));
        Assert.NotEqual(one, two);
        Assert.Equal(["a@b.org", "a@b.org"], new[] { one, two }.Select(new AddressVault(_storage).Show));
    }

    [Fact]
    public void A_changed_byte_shows_nothing()
    {
        var vault = new AddressVault(_storage);
        var hidden = vault.Hide("a@b.org");
        for (var i = 0; i < hidden.Length; i++)
        {
            var altered = hidden.ToArray();
            altered[i] ^= 1;
            Assert.Null(vault.Show(altered));
        }
        Assert.Null(vault.Show([]));
    }

    [Fact]
    public void The_key_lies_in_a_file_for_its_owner_alone()
    {
        _ = new AddressVault(_storage);
        Assert.Equal(32, new FileInfo(Key).Length);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Key));
        Assert.Equal(["readers-address.key", "readers-recognition.key"], Directory.EnumerateFiles(_storage.KeysFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Under_a_new_key_the_older_addresses_are_still_read_while_the_old_key_is_there()
    {
        var first = new AddressVault(_storage);
        var hidden = first.Hide("a@b.org");
        var aside = Path.Combine(_storage.KeysFolder, "readers-address.2026.key");
        File.Move(Key, aside);

        var changed = new AddressVault(_storage);
        Assert.Equal("a@b.org", changed.Show(hidden));
        Assert.NotEqual(hidden[..4], changed.Hide("a@b.org")[..4]);
        Assert.Equal(first.Recognise("address", "a@b.org"), changed.Recognise("address", "a@b.org")); // bans and the links of letters that were sent hold on

        File.Delete(aside);
        Assert.Null(new AddressVault(_storage).Show(hidden));
    }

    [Fact]
    public async Task Nodes_that_start_at_once_share_one_key()
    {
        var vaults = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new AddressVault(_storage))));
        Assert.Single(vaults.Select(vault => vault.Recognise("a")).Distinct());
    }

    [Fact]
    public void Recognition_depends_on_the_key_and_on_where_the_parts_end()
    {
        var vault = new AddressVault(_storage);
        Assert.Equal(vault.Recognise("a", "b"), new AddressVault(_storage).Recognise("a", "b"));
        Assert.NotEqual(vault.Recognise("a", "b"), vault.Recognise("ab", ""));
        var elsewhere = new StorageOptions(Path.Combine(_storage.DataFolder, "other"), null);
        Assert.NotEqual(vault.Recognise("a", "b"), new AddressVault(elsewhere).Recognise("a", "b"));
    }

    [Fact]
    public void Half_a_key_is_not_taken_for_a_key()
    {
        Directory.CreateDirectory(_storage.KeysFolder);
        File.WriteAllBytes(Key, new byte[16]);
        Assert.Throws<InvalidDataException>(() => new AddressVault(_storage));
    }

    public void Dispose() => Directory.Delete(_storage.DataFolder, recursive: true);
}
