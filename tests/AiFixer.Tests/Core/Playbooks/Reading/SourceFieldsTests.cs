using AiFixer.Core;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Reading;
using static AiFixer.Tests.Core.Playbooks.Reading.Source;

namespace AiFixer.Tests.Core.Playbooks.Reading;

/// <summary>Each field is read as what it must be, and what is wrong with it is told with its name and line.</summary>
public sealed class SourceFieldsTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("5", 5)]
    public void A_number_may_be_as_small_and_as_large_as_is_said(string text, int number) =>
        Read(Map(("n", Plain(text))), fields => fields.Number("n", 3, 1, 5)).ShouldBe(number);

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("1.5")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public void Another_number_is_refused(string text) =>
        Problems(Map(("n", Plain(text))), fields => fields.Number("n", 3, 1, 5).ShouldBe(3)).ShouldBe(["line 2: part.n must be a whole number from 1 to 5"]);

    [Fact]
    public void A_list_is_no_number() =>
        Problems(Map(("n", List())), fields => fields.Number("n", 3, 1, 5)).ShouldBe(["line 2: part.n must be a whole number from 1 to 5"]);

    [Fact]
    public void What_is_not_there_is_missing_only_where_it_must_be()
    {
        Problems(Map(), fields => fields.Number("n", 3, 1, 5).ShouldBe(3)).ShouldBeEmpty();
        Problems(Map(), fields => fields.Number("n", 3, 1, 5, required: true)).ShouldBe(["line 1: part.n is missing"]);
        Problems(Map(), fields => fields.Text("n", 5).ShouldBeNull()).ShouldBeEmpty();
        Problems(Map(), fields => fields.Text("n", 5, required: true).ShouldBeNull()).ShouldBe(["line 1: part.n is missing"]);
        Problems(Map(), fields => fields.Items("n").ShouldBeEmpty()).ShouldBeEmpty();
        Problems(Map(), fields => fields.Items("n", required: true).ShouldBeEmpty()).ShouldBe(["line 1: part.n is missing"]);
        Problems(Map(), fields => fields.Choice<Severity>("n").ShouldBeNull()).ShouldBeEmpty();
        Problems(null, fields => fields.Text("n", 5, required: true)).ShouldBe(["part.n is missing"]);
    }

    [Fact]
    public void Text_is_trimmed_and_may_be_as_long_as_is_said()
    {
        Read(Map(("t", Plain(" abc "))), fields => fields.Text("t", 5)).ShouldBe("abc");
        Problems(Map(("t", Plain("abcdef"))), fields => fields.Text("t", 5)).ShouldBe(["line 2: part.t may have 5 characters"]);
        Problems(Map(("t", List())), fields => fields.Text("t", 5).ShouldBeNull()).ShouldBe(["line 2: part.t must be text"]);
    }

    [Fact]
    public void Text_that_must_be_there_has_to_say_something()
    {
        Problems(Map(("t", Quoted("  "))), fields => fields.Text("t", 5, required: true)).ShouldBe(["line 2: part.t is missing"]);
        Read(Map(("t", Quoted("  "))), fields => fields.Text("t", 5)).ShouldBe("");
        Read(Map(("t", Plain("a"))), fields => fields.Text("t", 5, required: true)).ShouldBe("a");
    }

    [Theory]
    [InlineData("P1", Severity.P1)]
    [InlineData("p0", Severity.P0)]
    public void A_choice_is_one_of_its_names_whatever_their_case(string text, Severity severity) =>
        Read(Map(("s", Plain(text))), fields => fields.Choice<Severity>("s")).ShouldBe(severity);

    [Theory]
    [InlineData("P9")]
    [InlineData("1")]
    [InlineData("+1")]
    [InlineData("P0,P1")]
    [InlineData("")]
    public void A_number_or_several_names_are_no_choice(string text) =>
        Problems(Map(("s", Plain(text))), fields => fields.Choice<Severity>("s").ShouldBeNull()).ShouldBe(["line 2: part.s must be one of P0, P1, P2, P3"]);

    [Fact]
    public void Names_of_a_choice_are_told_as_people_write_them() =>
        Problems(Map(("t", Plain("x"))), fields => fields.Choice<PlaybookActionType>("t"))
            .ShouldHaveSingleItem().ShouldEndWith("must be one of dockerrestart, sshcmd, alertonly, waitretry, plugin");

    [Theory]
    [InlineData("true", false, true)]
    [InlineData("false", true, false)]
    public void A_flag_is_true_or_false(string text, bool otherwise, bool flag) =>
        Read(Map(("f", Plain(text))), fields => fields.Flag("f", otherwise)).ShouldBe(flag);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_flag_that_is_not_there_or_wrong_is_as_it_would_be(bool otherwise)
    {
        Problems(Map(), fields => fields.Flag("f", otherwise).ShouldBe(otherwise)).ShouldBeEmpty();
        foreach (var wrong in new[] { Quoted("true"), Quoted("false"), Plain("yes"), List() })
            Problems(Map(("f", wrong)), fields => fields.Flag("f", otherwise).ShouldBe(otherwise)).ShouldBe(["line 2: part.f must be true or false"]);
    }

    [Fact]
    public void A_list_that_must_be_there_has_an_entry()
    {
        Problems(Map(("l", List())), fields => fields.Items("l", required: true)).ShouldBe(["line 2: part.l must have at least one entry"]);
        Problems(Map(("l", List())), fields => fields.Items("l")).ShouldBeEmpty();
        Problems(Map(("l", List(Plain("a")))), fields => fields.Items("l", required: true).Count.ShouldBe(1)).ShouldBeEmpty();
        Problems(Map(("l", Plain("a"))), fields => fields.Items("l").ShouldBeEmpty()).ShouldBe(["line 2: part.l must be a list"]);
    }

    [Fact]
    public void Words_are_neither_empty_nor_too_long_nor_too_many()
    {
        Read(Map(("w", List(Plain("abc"), Plain("b")))), fields => fields.Words("w", 2, 3)).ShouldBe(["abc", "b"]);
        Problems(Map(("w", List(Plain(""), Plain("abcd"), List()))), fields => fields.Words("w", 2, 3).ShouldBeEmpty()).ShouldBe(
            ["line 1: part.w[0] must be text of 1 to 3 characters", "line 1: part.w[1] must be text of 1 to 3 characters", "line 1: part.w[2] must be text of 1 to 3 characters"]);
        Problems(Map(("w", List(Plain("a"), Plain("b"), Plain("c")))), fields => fields.Words("w", 2, 3)).ShouldBe(["line 2: part.w may have 2 entries"]);
    }

    [Fact]
    public void A_class_is_one_that_there_is()
    {
        Read(Map(("c", Plain("oom"))), fields => fields.Class("c")).ShouldBe(AiFixer.Core.Alerts.ErrorClass.Oom);
        Problems(Map(("c", Plain("x"))), fields => fields.Class("c").ShouldBeNull()).ShouldHaveSingleItem().ShouldStartWith("line 2: part.c must be one of DNS_FAIL");
        Problems(Map(("c", Quoted(""))), fields => fields.Class("c").ShouldBeNull()).ShouldBe(["line 2: part.c is missing"]);
    }

    [Fact]
    public void What_is_no_map_has_no_fields() =>
        Problems(Plain("x"), fields => fields.RefuseOthers()).ShouldBe(["line 1: part must have named fields"]);

    [Fact]
    public void What_nobody_asked_for_is_refused_with_what_there_is() =>
        Problems(Map(("a", Plain("1")), ("b", Plain("2"))), fields =>
        {
            fields.Text("a", 5);
            fields.Text("c", 5);
            fields.RefuseOthers();
        }).ShouldBe(["line 3: part.b is not known here; there are a, c"]);

    [Fact]
    public void A_field_is_found_in_its_line_after_it_was_read_and_before_in_that_of_its_map()
    {
        var fields = new SourceFields(Map(("x", Plain("1")), ("a", Plain("1"))), "", []);

        fields.Line("a").ShouldBe(1);
        fields.Text("a", 5);
        fields.Line("a").ShouldBe(3);
    }
}
