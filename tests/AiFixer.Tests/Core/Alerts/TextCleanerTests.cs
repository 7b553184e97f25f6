using AiFixer.Core.Alerts;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Core.Alerts;

public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("plain ascii", "plain ascii")]
    [InlineData("告警 🔴 ñ", "告警 🔴 ñ")]
    [InlineData("a\u202Eb\u2066c\u200Ed", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("a\0b\u001B[31m", "a\uFFFDb\uFFFD[31m")]
    [InlineData("a\r\nb\tc", "a b c")]
    [InlineData("\uFEFFa", "\uFFFDa")]
    public void A_line_keeps_what_can_be_seen(string text, string expected) => TextCleaner.Line(text, 100).ShouldBe(expected);

    [Fact]
    public void Half_a_character_is_shown_as_one_that_is_missing() => TextCleaner.Line("a\uD800b\uDC00", 100).ShouldBe("a\uFFFDb\uFFFD");

    [Fact]
    public void Lines_keep_their_breaks() => TextCleaner.Lines("a\r\nb\rc\td", 100).ShouldBe("a\nb\nc\td");

    [Fact]
    public void A_character_is_never_cut_in_half() => TextCleaner.Line("abc🔴", 4).ShouldBe("abc… [2 characters cut]");

    [Fact]
    public void Cleaning_twice_changes_nothing() =>
        Prop.ForAll<string>(text =>
        {
            var once = TextCleaner.Lines(text ?? "", 10_000);
            TextCleaner.Lines(once, 10_000).ShouldBe(once);
        }).QuickCheckThrowOnFailure();
}
