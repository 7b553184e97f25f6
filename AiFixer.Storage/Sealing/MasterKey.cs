using AiFixer.Storage.Audit;

namespace AiFixer.Storage.Sealing;

/// <summary>A named key in a file, which wraps the keys that seal content. It never is in the store.</summary>
internal sealed class MasterKey
{
    public const string Ending = ".seal";
    private readonly DataKey _key;

    private MasterKey(string name, byte[] secret) => (Name, _key) = (name, new(new('f', 2 * SealForm.IdBytes), secret));

    public string Name { get; }

    public static string PathOf(string folder, string name) => Path.Combine(folder, name + Ending);

    /// <summary>The key of this name; null when there is none.</summary>
    public static MasterKey? Find(string folder, string name) =>
        Path.GetFileName(name) == name && File.Exists(PathOf(folder, name)) ? new(name, SecretFile.Read(PathOf(folder, name), exactly: DataKey.Bytes)) : null;

    /// <param name="made">Is told when there was none.</param>
    public static MasterKey FindOrMake(string folder, string name, Action<string> made)
    {
        var path = PathOf(folder, name);
        if (!File.Exists(path) && SecretFile.TryMake(path, DataKey.Bytes))
            made(path);
        return Find(folder, name)!;
    }

    public WrappedKey Wrap(DataKey key, long number, DateTimeOffset at, bool isWhole) =>
        new(number, key.Id, Name, Name, Wrap(key), at, isWhole);

    public WrappedKey Rewrap(WrappedKey key, DataKey open) => key with { Name = Name, Wrapped = Wrap(open) };

    /// <summary>Throws <see cref="ContentDamagedException"/> when another key of this name wrapped it.</summary>
    public DataKey Unwrap(WrappedKey key) => new(key.Id, _key.Open(key.Wrapped, Place(key.Id)));

    private static string Place(string id) => $"data_keys/{id}";

    private byte[] Wrap(DataKey key) => _key.Seal(key.Secret, Place(key.Id));
}
