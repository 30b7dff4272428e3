using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dateline.Foundation.Storage;

namespace Dateline.Replies;

/// <summary>
/// Keeps readers' addresses: AES-256-GCM under a key that lies in the keys folder, not in the database. Each
/// ciphertext names its key, so that keys can be changed. The same key, by derivation, keys the hashes by which
/// repeats and networks are recognised: without it they say nothing.
/// </summary>
public sealed class AddressVault
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _address;
    private readonly byte[] _hashing;
    private readonly uint _id;

    public AddressVault(StorageOptions storage)
    {
        var master = ReadOrMake(Path.Combine(storage.KeysFolder, "readers-address.key"));
        _address = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "address"u8.ToArray());
        _hashing = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "recognition"u8.ToArray());
        _id = BinaryPrimitives.ReadUInt32LittleEndian(HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 4, info: "id"u8.ToArray()));
    }

    /// <summary>key id (4), nonce (12), tag (16), ciphertext.</summary>
    public byte[] Hide(string address)
    {
        var plain = Encoding.UTF8.GetBytes(address);
        var hidden = new byte[4 + NonceLength + TagLength + plain.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(hidden, _id);
        var nonce = hidden.AsSpan(4, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_address, TagLength);
        aes.Encrypt(nonce, plain, hidden.AsSpan(4 + NonceLength + TagLength), hidden.AsSpan(4 + NonceLength, TagLength), hidden.AsSpan(0, 4));
        return hidden;
    }

    /// <summary>The address; null when it was hidden under a key that isn't here any more.</summary>
    public string? Show(byte[] hidden)
    {
        if (hidden.Length < 4 + NonceLength + TagLength || BinaryPrimitives.ReadUInt32LittleEndian(hidden) != _id) return null;
        var plain = new byte[hidden.Length - 4 - NonceLength - TagLength];
        using var aes = new AesGcm(_address, TagLength);
        aes.Decrypt(hidden.AsSpan(4, NonceLength), hidden.AsSpan(4 + NonceLength + TagLength), hidden.AsSpan(4 + NonceLength, TagLength), plain, hidden.AsSpan(0, 4));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A keyed hash, to recognise the same thing again without keeping it.</summary>
    public string Recognise(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _hashing);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length)); // so that parts can't be shifted into each other
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] ReadOrMake(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var made = new FileStream(file, options);
            var key = RandomNumberGenerator.GetBytes(32);
            made.Write(key);
            made.Flush(flushToDisk: true);
            return key;
        }
        catch (IOException taken) when (File.Exists(file))
        {
            var key = File.ReadAllBytes(file);
            return key.Length == 32 ? key : throw new InvalidDataException($"{file} isn't a key of 32 bytes.", taken);
        }
    }
}
