using System.Security.Cryptography;

namespace AiFixer.Tests.Core.Incidents.Samples;

/// <summary>
/// What a release wrote is written: a sample that was edited so that it loads again proves nothing. New ones get a line of their own
/// in <c>digests.txt</c>, made there by <c>sha256sum release-*/*.json</c>; lines that are there stay as they are.
/// </summary>
public sealed class FrozenSampleTests
{
    [Fact]
    public void No_sample_was_changed_and_none_is_gone() =>
        SampleFiles.Digests.Where(frozen => DigestOf(frozen.Key) != frozen.Value).Select(frozen => frozen.Key).ShouldBeEmpty();

    [Fact]
    public void Every_sample_is_frozen() => SampleFiles.All.Except(SampleFiles.Digests.Keys).ShouldBeEmpty();

    private static string? DigestOf(string file) =>
        SampleFiles.All.Contains(file) ? Convert.ToHexStringLower(SHA256.HashData(SampleFiles.Read(Path.GetDirectoryName(file)!, Path.GetFileName(file)))) : null;
}
