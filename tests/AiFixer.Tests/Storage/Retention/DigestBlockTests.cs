using AiFixer.Storage.Retention;

namespace AiFixer.Tests.Storage.Retention;

public sealed class DigestBlockTests
{
    [Fact]
    public void What_is_added_is_there_again_and_nothing_else()
    {
        var block = new DigestBlock(7, 3);
        block.Add(768, Digest('1'));
        block.Add(1023, Digest('f'));
        block.Add(800, Digest('a'));

        var read = DigestBlock.Read(7, 3, block.ToArray());

        read.All.ShouldBe([(768, Digest('1')), (800, Digest('a')), (1023, Digest('f'))]);
        (read.Count, read.Last, read.Of(801)).ShouldBe((3, 1023, null));
    }

    [Fact]
    public void A_digest_takes_thirty_two_bytes()
    {
        var block = new DigestBlock(1, 0);
        for (var seq = 0; seq < DigestBlock.Size; seq++)
            block.Add(seq, Digest('0'));

        block.ToArray().Length.ShouldBe(32 * DigestBlock.Size + 32);
    }

    private static string Digest(char letter) => new(letter, 64);
}
