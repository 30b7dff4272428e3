using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dateline.Foundation.Storage;

namespace Dateline.Replies;

/// <summary>
/// Keeps readers' addresses: AES-256-GCM under a key that lies in the keys folder, not in the database. Each
/// ciphertext names its key: to change keys, rename <c>readers-address.key</c> to <c>readers-address.WORD.key</c>
/// and start again; what the old one hid is still read with it. The hashes by which addresses, names and networks are recognised have
/// a key of their own, <c>readers-recognition.key</c>, which stays: with another one bans would lapse, and links in letters
/// that were sent would lead nowhere.
/// </summary>
public sealed class AddressVault
{
    private const int IdLength = 4;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeadLength = IdLength + NonceLength + TagLength;

    private readonly Dictionary<uint, byte[]> _keys = [];
    private readonly byte[] _hashing;
    private readonly uint _id;

    public AddressVault(StorageOptions storage)
    {
        var file = Path.Combine(storage.KeysFolder, "readers-address.key");
        var master = KeyFile.ReadOrMake(file, () => RandomNumberGenerator.GetBytes(KeyFile.Length));
        _hashing = KeyFile.ReadOrMake(Path.Combine(storage.KeysFolder, "readers-recognition.key"), () => Derive(master, "recognition"));
        _id = Know(master);
        foreach (var older in Directory.EnumerateFiles(storage.KeysFolder, "readers-address.*.key")) Know(KeyFile.Read(older));
    }

    /// <summary>key id (4), nonce (12), tag (16), ciphertext.</summary>
    public byte[] Hide(string address)
    {
        var plain = Encoding.UTF8.GetBytes(address);
        var hidden = new byte[HeadLength + plain.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(hidden, _id);
        var nonce = hidden.AsSpan(IdLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[_id], TagLength);
        aes.Encrypt(nonce, plain, hidden.AsSpan(HeadLength), hidden.AsSpan(IdLength + NonceLength, TagLength), hidden.AsSpan(0, IdLength));
        return hidden;
    }

    /// <summary>The address; null when its key isn't here any more, or when somebody altered what was hidden.</summary>
    public string? Show(byte[] hidden)
    {
        if (hidden.Length < HeadLength || !_keys.TryGetValue(BinaryPrimitives.ReadUInt32LittleEndian(hidden), out var key)) return null;
        var plain = new byte[hidden.Length - HeadLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(hidden.AsSpan(IdLength, NonceLength), hidden.AsSpan(HeadLength), hidden.AsSpan(IdLength + NonceLength, TagLength), plain, hidden.AsSpan(0, IdLength));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
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

    private uint Know(byte[] master)
    {
        var id = BinaryPrimitives.ReadUInt32LittleEndian(Derive(master, "id"));
        _keys[id] = Derive(master, "address");
        return id;
    }

    private static byte[] Derive(byte[] master, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyFile.Length, info: Encoding.UTF8.GetBytes(purpose));
}
