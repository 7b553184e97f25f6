using AiFixer.Core.Playbooks.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Core.Playbooks;

public sealed class LiteralIndexTests
{
    [Fact]
    public void It_finds_what_looking_for_each_text_alone_finds()
    {
        // Few letters, so that the texts share beginnings, ends and each other.
        var words = Gen.Elements("abcAéÉ".ToCharArray()).ArrayOf().Select(letters => new string(letters));
        var texts = words.Where(word => word.Length > 0).ArrayOf().Select(all => all.Distinct(StringComparer.OrdinalIgnoreCase).ToArray());

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(texts.ToArbitrary(), words.ToArbitrary(), (literals, text) =>
            {
                var found = new List<int>();
                new LiteralIndex(literals).Find(text, found);
                var expected = Enumerable.Range(0, literals.Length).Where(i => text.Contains(literals[i], StringComparison.OrdinalIgnoreCase));
                return found.Order().SequenceEqual(expected);
            }));
    }

    [Fact]
    public void Any_letter_may_stand_in_a_text()
    {
        var found = new List<int>();

        new LiteralIndex(["abc"]).Find("\uFFFFabc\uFFFE", found);

        found.ShouldBe([0]);
    }

    [Fact]
    public void Nothing_is_found_among_nothing()
    {
        var found = new List<int>();

        new LiteralIndex([]).Find("anything", found);

        found.ShouldBeEmpty();
    }
}
