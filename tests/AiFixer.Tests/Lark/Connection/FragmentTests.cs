using System.Text;
using AiFixer.Lark.Connection;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Connection;

public sealed class FragmentTests
{
    private readonly ManualTime _time = new();
    private readonly Fragments _fragments;

    public FragmentTests() => _fragments = new(_time);

    [Fact]
    public void A_single_piece_is_whole_at_once() => Add("m", 1, 0, "all").ShouldBe("all");

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 2, 0)]
    public void Pieces_are_put_together_in_whatever_order_they_come(int first, int second, int third)
    {
        string[] pieces = ["one ", "two ", "three"];

        Add("m", 3, first, pieces[first]).ShouldBeNull();
        Add("m", 3, second, pieces[second]).ShouldBeNull();
        Add("m", 3, third, pieces[third]).ShouldBe("one two three");
    }

    [Fact]
    public void A_piece_that_comes_twice_completes_nothing()
    {
        Add("m", 2, 0, "a").ShouldBeNull();
        Add("m", 2, 0, "a").ShouldBeNull();
        Add("m", 2, 1, "b").ShouldBe("ab");
    }

    [Fact]
    public void Messages_are_kept_apart()
    {
        Add("m", 2, 0, "a").ShouldBeNull();
        Add("n", 2, 1, "y").ShouldBeNull();
        Add("m", 2, 1, "b").ShouldBe("ab");
        Add("n", 2, 0, "x").ShouldBe("xy");
    }

    [Fact]
    public void What_does_not_become_whole_in_time_is_forgotten()
    {
        Add("m", 2, 0, "a");
        _time.Advance(TimeSpan.FromSeconds(6));

        Add("m", 2, 1, "b").ShouldBeNull();
    }

    [Theory]
    [InlineData("2", "2")]
    [InlineData("2", "-1")]
    [InlineData("0", "0")]
    [InlineData("-1", "0")]
    [InlineData("2000000000", "0")]
    [InlineData("two", "0")]
    [InlineData("2", "99999999999999999999")]
    public void Pieces_that_cannot_be_are_dropped(string sum, string seq) => Add("m", sum, seq, "a").ShouldBeNull();

    [Fact]
    public void Pieces_that_contradict_each_other_are_dropped()
    {
        Add("m", 3, 0, "a");

        Add("m", 2, 1, "b").ShouldBeNull();
        Add("m", 3, 2, "c").ShouldBeNull();
    }

    [Fact]
    public void Nobody_can_fill_our_memory_with_unfinished_messages()
    {
        for (var i = 0; i < 100; i++)
            Add($"m{i}", 2, 0, "a");

        Add("new", 2, 0, "a").ShouldBeNull();
        Add("new", 2, 1, "b").ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(6));
        Add("new", 2, 0, "a").ShouldBeNull();
        Add("new", 2, 1, "b").ShouldBe("ab");
    }

    private string? Add(string id, int sum, int seq, string piece) =>
        Add(id, sum.ToString(System.Globalization.CultureInfo.InvariantCulture), seq.ToString(System.Globalization.CultureInfo.InvariantCulture), piece);

    private string? Add(string id, string sum, string seq, string piece) =>
        _fragments.Add(new Frame(1, 1, 1, 1) { Headers = [new("message_id", id), new("sum", sum), new("seq", seq)], Payload = Encoding.UTF8.GetBytes(piece) }) is { } whole
            ? Encoding.UTF8.GetString(whole.Span)
            : null;
}
