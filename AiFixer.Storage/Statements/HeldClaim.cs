namespace AiFixer.Storage.Statements;

/// <summary>A row of <c>claims</c>, expired or not.</summary>
internal readonly record struct HeldClaim(string Key, string Incident, long? ExpiresAt)
{
    public bool IsFree(long now) => ExpiresAt <= now;
}
