using AiFixer.Storage.Sealing;

namespace AiFixer.Tests.Storage.Sealing;

public sealed class DataKeyTests
{
    private static readonly DataKey Key = DataKey.New();

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(100_000)]
    public void What_is_sealed_can_be_opened_at_its_place_alone(int length)
    {
        var content = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();

        var stored = Key.Seal(content, "entries/INC-1/1");

        stored.Length.ShouldBe(length + SealForm.Overhead);
        Key.Open(stored, "entries/INC-1/1").ShouldBe(content);
        Should.Throw<ContentDamagedException>(() => Key.Open(stored, "entries/INC-1/2"));
        Should.Throw<ContentDamagedException>(() => DataKey.New().Open(stored, "entries/INC-1/1"));
    }

    [Fact]
    public void The_same_content_never_looks_the_same() =>
        Enumerable.Range(0, 100).Select(_ => Convert.ToHexString(Key.Seal("same"u8, "x"))).Distinct().Count().ShouldBe(100);

    [Fact]
    public void Every_byte_that_is_changed_after_the_mark_shows()
    {
        var stored = Key.Seal("root cause: the image tag does not exist"u8, "x");

        for (var i = SealForm.PrefixBytes; i < stored.Length; i++)
        {
            var forged = stored.ToArray();
            forged[i] ^= 1;
            Should.Throw<ContentDamagedException>(() => Key.Open(forged, "x"));
        }
    }

    [Fact]
    public void Every_length_to_which_it_is_cut_off_shows()
    {
        var stored = Key.Seal("root cause"u8, "x");

        for (var length = SealForm.PrefixBytes; length < stored.Length; length++)
            Should.Throw<ContentDamagedException>(() => Key.Open(stored.AsSpan(0, length), "x"));
    }
}
