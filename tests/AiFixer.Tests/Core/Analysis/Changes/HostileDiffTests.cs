using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>Whoever may commit may write any diff: reading it must cost little, whatever it says.</summary>
public sealed class HostileDiffTests
{
    /// <summary>Of a processor, however long that takes.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(3);

    public static TheoryData<string> Diffs =>
    [
        string.Concat(Enumerable.Repeat("-a: 1\n+a: 2\n", 3000)),
        "-" + new string('a', 30_000) + "\n+" + new string('a', 30_000) + "!",
        "-" + string.Concat(Enumerable.Repeat("key=1 ", 4000)) + "\n+" + string.Concat(Enumerable.Repeat("key=2 ", 4000)),
        "+" + new string('(', 5000) + new string('+', 5000),
        string.Concat(Enumerable.Repeat("+for x in y:\n+  db.get(x)\n", 1500)),
        "-\"" + new string('\\', 20_000) + "\n+\"\"\"\"\"\"",
        "@@ @@\n@@\n---\n+++\n\0\u202e\ud800",
    ];

    [Theory]
    [MemberData(nameof(Diffs))]
    public async Task It_is_read_with_little_work(string diff)
    {
        // The first time every pattern is made ready, which is not what is measured.
        Found("-a: 1\n+a: 2");
        var found = -1;

        await Processor.UsedByAsync(() => found = Found(diff), Enough);

        found.ShouldBeInRange(0, Mechanisms.All.Length);
    }

    private static int Found(string diff)
    {
        var change = ReadChange.Of(new("abcdef1234", DateTimeOffset.UnixEpoch, "a", "m", ["src/a.py"], diff, "E1"));
        return Mechanisms.All.Count(mechanism => mechanism.Find(change) is not null);
    }
}
