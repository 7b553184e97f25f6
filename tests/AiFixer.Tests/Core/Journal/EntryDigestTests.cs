using AiFixer.Core;
using AiFixer.Core.Journal;

namespace AiFixer.Tests.Core.Journal;

public sealed class EntryDigestTests
{
    [Fact]
    public void Entries_of_earlier_releases_keep_their_digests() =>
        // SHA-256 of "abc\nINC-01K9ZQ8H47F3KQ2M\n", the version as eight bytes, and the entry.
        EntryDigest.Of("abc", new("INC-01K9ZQ8H47F3KQ2M"), 7, "{\"a\":1}"u8)
            .ShouldBe("5386c9d8d00ef2a0263b9f344276703248d99b6924b6aa8348f9c7d9e842f6c1");

    [Fact]
    public void Every_part_of_it_matters()
    {
        var id = new IncidentId("INC-1");

        new[]
        {
            EntryDigest.Of("a", id, 1, "{}"u8), EntryDigest.Of("b", id, 1, "{}"u8), EntryDigest.Of("a", new("INC-2"), 1, "{}"u8),
            EntryDigest.Of("a", id, 2, "{}"u8), EntryDigest.Of("a", id, 1, "[]"u8), EntryDigest.Of("\U0001F600", id, 1, "{}"u8),
        }.Distinct().Count().ShouldBe(6);
    }
}
