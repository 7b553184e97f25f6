using System.Text.Json.Nodes;
using AiFixer.Core.Documents;
using AiFixer.Core.Policy;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Policy;

/// <summary>What the policy keeps comes back as it was kept; what somebody broke does not count.</summary>
public sealed class PolicyDocumentTests
{
    private static readonly DocumentAuthor Anna = new("u3", "Anna");

    private static readonly RememberedApproval Web = Remembering.Of(
        Stories.AskedAboutProposal().State, "a1", Given.Approver, false, 3, "often", new(), Given.Start).Approval!;

    [Fact]
    public void What_was_remembered_is_read_as_it_was_kept()
    {
        var edit = PolicyDocument.Remember(Web, Anna);

        PolicyDocument.ReadRemembered(Kept(edit)).ShouldBe(Web);
        PolicyDocument.IsRemembered(Kept(edit)).ShouldBeTrue();
        edit.Note.ShouldBe("often");
    }

    [Fact]
    public void What_is_remembered_takes_the_place_of_nothing() =>
        PolicyDocument.Remember(Web, Anna).Expected.ShouldBe([DocumentEdit.Absent]);

    [Theory]
    [InlineData("id")]
    [InlineData("plugin")]
    [InlineData("connection")]
    [InlineData("kind")]
    [InlineData("namespace")]
    [InlineData("name")]
    [InlineData("by")]
    [InlineData("reason")]
    public void What_was_remembered_and_lost_a_part_does_not_count(string part)
    {
        var body = JsonNode.Parse(PolicyDocument.Remember(Web, Anna).Body!)!.AsObject();
        body[part] = null;

        PolicyDocument.ReadRemembered(Kept(PolicyDocument.Remember(Web, Anna) with { Body = body.ToJsonString() })).ShouldBeNull();
    }

    [Theory]
    [InlineData("id")]
    [InlineData("name")]
    public void Who_remembered_it_must_be_known_whole(string part)
    {
        var body = JsonNode.Parse(PolicyDocument.Remember(Web, Anna).Body!)!.AsObject();
        body["by"]![part] = null;

        PolicyDocument.ReadRemembered(Kept(PolicyDocument.Remember(Web, Anna) with { Body = body.ToJsonString() })).ShouldBeNull();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("no json")]
    [InlineData("[]")]
    public void What_cannot_be_read_does_not_count(string body) =>
        PolicyDocument.ReadRemembered(Kept(PolicyDocument.Remember(Web, Anna) with { Body = body })).ShouldBeNull();

    [Fact]
    public void The_kill_switch_is_none_of_what_was_remembered() =>
        PolicyDocument.IsRemembered(Kept(PolicyDocument.Stop(Anna, "It loops."))).ShouldBeFalse();

    [Fact]
    public void A_document_whose_name_only_ends_like_one_that_was_remembered_is_none() =>
        PolicyDocument.IsRemembered(Kept(PolicyDocument.Stop(Anna, "") with { Name = "not-remembered-" })).ShouldBeFalse();

    [Fact]
    public void The_kill_switch_and_its_end_are_the_same_document()
    {
        var (stop, end) = (PolicyDocument.Stop(Anna, "It loops."), PolicyDocument.GoOn(Anna, "Mended."));

        PolicyDocument.ReadKillSwitch(Kept(stop)).ShouldBe(new KillSwitch("Anna", Given.Start, "It loops."));
        (end.Kind, end.Name, end.Body, end.Note).ShouldBe((stop.Kind, stop.Name, null, "Mended."));
    }

    [Fact]
    public void That_the_store_was_put_back_is_kept_with_its_reason() =>
        PolicyDocument.ReadSetBack(Kept(PolicyDocument.PutBack(Anna, "7", "Disk lost."))).ShouldBe(new SetBack(Given.Start, "Disk lost."));

    [Fact]
    public void What_is_forgotten_is_what_was_remembered()
    {
        var (kept, gone) = (PolicyDocument.Remember(Web, Anna), PolicyDocument.Forget(Web.Id, Anna, "Enough."));

        (gone.Kind, gone.Name, gone.Body).ShouldBe((kept.Kind, kept.Name, null));
    }

    [Fact]
    public void Nobody_said_anything_before_somebody_did()
    {
        NoPolicyFacts.Instance.Known.ShouldBe(PolicyFacts.None);
        PolicyFacts.None.Remembered.ShouldBeEmpty();
        new PolicyFacts(null, []).Unreadable.ShouldBeEmpty();
    }

    private static Document Kept(DocumentEdit edit) => new(edit.Kind, edit.Name, 1, 1, edit.Body ?? "", edit.By, Given.Start, edit.Note);
}
