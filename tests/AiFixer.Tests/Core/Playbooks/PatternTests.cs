using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;
using AiFixer.Core.Playbooks.Reading;
using AiFixer.Tests.Core.Playbooks.Reading;

namespace AiFixer.Tests.Core.Playbooks;

public sealed class PatternTests
{
    [Theory]
    [InlineData("abc", null)]
    [InlineData("re:abc", null)]
    [InlineData("ab", "must have 3 to 500 characters")]
    [InlineData("re:ab", "must have 3 to 500 characters")]
    [InlineData("   ", "must have words")]
    [InlineData("re:a*b*", "fits every text")]
    [InlineData("re:   ", null)]
    public void A_pattern_has_words_and_does_not_fit_everything(string text, string? problem) => Pattern.Problem(text).ShouldBe(problem);

    [Fact]
    public void A_pattern_has_500_characters_at_most()
    {
        Pattern.Problem(new string('a', 500)).ShouldBeNull();
        Pattern.Problem(new string('a', 501)).ShouldNotBeNull();
        Pattern.Problem("re:" + new string('a', 500)).ShouldBeNull();
        Pattern.Problem("re:" + new string('a', 501)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("re:(abc", "is no regular expression")]
    [InlineData("re:(a)\\1b", "cannot be matched in time that is linear")]
    public void A_regular_expression_that_cannot_be_used_is_told_why(string text, string problem) => Pattern.Problem(text)!.ShouldStartWith(problem);

    [Theory]
    [InlineData("re:a.c", true)]
    [InlineData("a.c", false)]
    public void Only_after_its_mark_it_is_a_regular_expression(string text, bool isRegex)
    {
        Pattern.Of(text).IsRegex.ShouldBe(isRegex);
        Pattern.Of(text).Text.ShouldBe(text);
        Pattern.Of(text).IsIn("xABCx").ShouldBe(isRegex);
        Pattern.Of(text).IsIn("xA.Cx").ShouldBeTrue();
    }

    [Fact]
    public void An_expression_that_takes_too_long_on_a_text_does_not_fit_it()
    {
        var ab = new string([.. Enumerable.Range(0, 8_000_000).Select(i => (i * i / 7) % 3 == 0 ? 'a' : 'b')]);

        Pattern.Of("re:[ab]*a[ab]{400}c").IsIn(ab + "a" + new string('b', 400) + "c").ShouldBeFalse();
    }

    [Fact]
    public void Which_of_a_list_of_patterns_cannot_be_used_is_told_by_its_place()
    {
        var list = Source.Map(("patterns", Source.List(Source.Plain("abc"), Source.List(), Source.Plain("x"))));

        Source.Problems(list, fields => PatternReader.Read(fields, "patterns").ShouldHaveSingleItem().Text.ShouldBe("abc"))
            .ShouldBe(["line 1: part.patterns[1] must be text", "line 1: part.patterns[2] must have 3 to 500 characters"]);
    }

    [Fact]
    public void There_are_fifty_patterns_at_most()
    {
        Source.Problems(Many(50), fields => PatternReader.Read(fields, "patterns").Count.ShouldBe(50)).ShouldBeEmpty();
        Source.Problems(Many(51), fields => PatternReader.Read(fields, "patterns")).ShouldBe(["line 1: part.patterns may have 50 patterns"]);
        Source.Problems(Many(0), fields => PatternReader.Read(fields, "patterns")).ShouldBe(["line 2: part.patterns must have at least one entry"]);
    }

    private static SourceNode.Map Many(int count) =>
        Source.Map(("patterns", Source.List([.. Enumerable.Repeat(Source.Plain("abc"), count)])));
}
