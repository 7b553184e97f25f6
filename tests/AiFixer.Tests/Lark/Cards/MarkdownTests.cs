using System.Net;
using AiFixer.Core.Alerts;
using AiFixer.Lark.Cards;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Lark.Cards;

public sealed class MarkdownTests
{
    private const string Meaningful = "<>*_~[]()`\\|!+-@:/.=$";

    [Theory]
    [InlineData("<at id=all></at>")]
    [InlineData("<at user_id=\"all\">all</at>")]
    [InlineData("[click](https://evil.example)")]
    [InlineData("https://evil.example www.evil.example")]
    [InlineData("**bold** _it_ ~~no~~ `code` # head\n# head\n1. list\n- list\n+ list\n> quote\n---\n===")]
    [InlineData("```\ncode\n```")]
    [InlineData("    indented code <at id=all></at>")]
    [InlineData(":OK: :DONE:")]
    [InlineData("<font color='red'>x</font><text_tag color='red'>y</text_tag>")]
    [InlineData("&#60;at id=all&#62;")]
    [InlineData("a\"b\\c\u0000d")]
    public void Text_from_outside_is_shown_as_it_is_and_means_nothing(string text)
    {
        var written = Markdown.Text(text).Written;

        written.ShouldNotContain("<");
        WithoutEntities(written).IndexOfAny([.. Meaningful, '&', '#']).ShouldBe(-1);
        Plain(WebUtility.HtmlDecode(written)).ShouldBe(Plain(TextCleaner.Lines(text, int.MaxValue)));
    }

    [Fact]
    public void Any_text_is_shown_as_it_is_and_means_nothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), given =>
        {
            var written = Markdown.Text(given ?? "").Written;
            return WithoutEntities(written).IndexOfAny([.. Meaningful, '&', '#']) < 0
                && Plain(WebUtility.HtmlDecode(written)) == Plain(TextCleaner.Lines(given ?? "", int.MaxValue));
        }));

    [Theory]
    [InlineData("ou_1", "<at id=ou_1></at>")]
    [InlineData("all", "")]
    [InlineData("ou_1></at><at id=all", "")]
    public void Only_one_person_can_be_called(string who, string written) => Markdown.Mention(who).Written.ShouldBe(written);

    [Fact]
    public void A_link_leads_to_the_web_only()
    {
        Markdown.Link("x", new("javascript:alert(1)")).Written.ShouldBe("x");
        Markdown.Link("a]b", new("https://fix.example/i(1)")).Written.ShouldBe("[a&#93;b](https://fix.example/i%281%29)");
    }

    [Fact]
    public void What_cannot_be_seen_is_marked() => Markdown.Text("a\u200bb\u202ec").Written.ShouldBe("a\uFFFDb\uFFFDc");

    private static string WithoutEntities(string written) => System.Text.RegularExpressions.Regex.Replace(written, "&#[0-9]+;", "");

    private static string Plain(string text) => text.Replace("\t", " ", StringComparison.Ordinal).Replace('\u00A0', ' ');
}
