namespace AiFixer.Tests.Storage;

/// <summary>An append in small numbers, so that random ones collide often.</summary>
/// <param name="Version">How far its expected version is from the right one; mostly zero.</param>
/// <param name="Claims">A bit for each of four plain keys.</param>
/// <param name="Quota">Whether it wants one of two slots.</param>
/// <param name="Releases">A bit for each of four plain keys.</param>
public sealed record ModelOperation(int Incident, int Version, int Claims, bool Quota, int Releases);
