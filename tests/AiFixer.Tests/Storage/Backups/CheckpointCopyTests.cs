using AiFixer.Storage.Audit;
using AiFixer.Storage.Backups;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage.Backups;

/// <summary>What was signed after the database was copied speaks of what is not in the copy.</summary>
public sealed class CheckpointCopyTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData(0, "")]
    [InlineData(2, "one\ntwo\n")]
    [InlineData(9, "one\ntwo\nthree\n")]
    public void It_ends_where_the_copy_ends(long known, string expected)
    {
        File.WriteAllText(folder.File("from"), "one\ntwo\nthree\nhalf of a li");

        CheckpointCopy.Write(folder.File("from"), folder.File("to"), new Dictionary<string, long> { [CheckpointFile.DigestOf("one")] = known });

        File.ReadAllText(folder.File("to")).ShouldBe(expected);
    }

    [Fact]
    public void A_file_that_the_copy_knows_nothing_of_is_left_out()
    {
        File.WriteAllText(folder.File("from"), "one\n");

        CheckpointCopy.Write(folder.File("from"), folder.File("to"), new Dictionary<string, long> { ["of another process"] = 7 });

        File.ReadAllText(folder.File("to")).ShouldBeEmpty();
    }

    public void Dispose() => folder.Dispose();
}
