using System.Security.Cryptography;

namespace AiFixer.Storage.Leases;

/// <summary>Which lease is ours, and the token by which the database knows us.</summary>
internal sealed class LeaseIdentity
{
    public LeaseIdentity(StorageOptions options, TimeProvider time)
    {
        Token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        Name = options.Exclusive ? "writer" : "writer/" + Token;
        Holder = $"{Environment.MachineName}/{Environment.ProcessId} since {time.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z";
    }

    public string Name { get; }

    public string Token { get; }

    public string Holder { get; }
}
