namespace AiFixer.Storage.Leases;

/// <summary>Which lease is ours, and the token by which the database knows us. Changed on the writer's thread alone.</summary>
internal sealed class LeaseIdentity
{
    /// <summary>The one lease of a store that is not shared.</summary>
    public const string Exclusive = "writer";

    /// <summary>What the leases of a shared store begin with.</summary>
    public const string Shared = "writer/";

    private readonly bool _isShared;
    private readonly TimeSpan _lasts;
    private volatile string _token;

    public LeaseIdentity(StorageOptions options, TimeProvider time)
    {
        _isShared = !options.Exclusive;
        _lasts = options.LeaseTime;
        _token = LeaseToken.New(_lasts);
        Holder = $"{Environment.MachineName}/{Environment.ProcessId} since {time.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z";
    }

    public string Name => _isShared ? Shared + Token : Exclusive;

    public string Token => _token;

    public string Holder { get; }

    public void Change() => _token = LeaseToken.New(_lasts);
}
