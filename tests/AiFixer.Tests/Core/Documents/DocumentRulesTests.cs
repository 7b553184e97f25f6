using AiFixer.Core.Documents;

namespace AiFixer.Tests.Core.Documents;

public sealed class DocumentRulesTests
{
    private static readonly DocumentEdit Good = new("setting", "a.b-c_D9", "text", new("key:alice", "alice"), "why");

    [Fact]
    public void What_is_within_the_limits_can_be_kept()
    {
        DocumentRules.Problem(Good).ShouldBeNull();
        DocumentRules.Problem(Good with { Body = null }).ShouldBeNull();
        DocumentRules.Problem(Good with { Body = new('x', DocumentLimits.Body), Name = new('a', DocumentLimits.Name) }).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Setting")]
    [InlineData("a-b")]
    [InlineData("settings'; drop table documents; --")]
    public void A_kind_is_a_plain_word(string kind) => DocumentRules.Problem(Good with { Kind = kind })!.Field.ShouldBe("kind");

    [Theory]
    [InlineData("")]
    [InlineData(".a")]
    [InlineData("-rf")]
    [InlineData("../x")]
    [InlineData("a b")]
    [InlineData("a;b")]
    [InlineData("\u0430.b")]
    public void A_name_has_nothing_in_it_that_could_mean_something_elsewhere(string name) =>
        DocumentRules.Problem(Good with { Name = name })!.Field.ShouldBe("name");

    [Fact]
    public void What_is_too_long_is_refused_by_its_bytes()
    {
        DocumentRules.Problem(Good with { Name = new('a', DocumentLimits.Name + 1) })!.Field.ShouldBe("name");
        DocumentRules.Problem(Good with { Body = new('\u4e3a', DocumentLimits.Body / 2) })!.Field.ShouldBe("body");
        DocumentRules.Problem(Good with { Note = new('x', DocumentLimits.Note + 1) })!.Field.ShouldBe("note");
        DocumentRules.Problem(Good with { By = new("", "alice") })!.Field.ShouldBe("by");
    }

    [Fact]
    public void What_no_database_could_keep_is_refused()
    {
        DocumentRules.Problem(Good with { Body = "a\0b" })!.Field.ShouldBe("body");
        DocumentRules.Problem(Good with { Body = "half \ud83d" })!.Field.ShouldBe("body");
    }
}
