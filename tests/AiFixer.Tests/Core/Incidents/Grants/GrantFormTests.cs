using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Workflow;
using AiFixer.Core.Policy;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents.Grants;

/// <summary>
/// What is signed and how, worked out by another program: a release that did it otherwise would take the grants of the one
/// before it for forged.
/// </summary>
public sealed class GrantFormTests
{
    private const string ByPeople = "tkQKIhY1fipxsNPUGLS45B5i+pt9mdYc38oh1LIKhdk=";
    private const string ByItself = "r/pajF2Gri5ikV62K46CrutyA6nUYIACz2Uutvh8+nE=";

    private static readonly IncidentId Here = new("INC-1");

    private static readonly Grant Plain = new(
        "g1", "a1", Given.Request(), Given.Target(), "h1", "d1", "p1", Automatic: true, ApprovedBy: null, Given.Start.AddMinutes(30));

    private static readonly Grant Approved = Plain with { Automatic = false, ApprovedBy = Given.Admin, Approvers = [Given.Approver, Given.Admin] };

    [Fact]
    public void A_grant_is_signed_as_it_always_was()
    {
        GrantSeal.Sign(Approved, Here, Given.Keys).ShouldBe(Approved with { Key = "test", Signature = ByPeople });
        GrantSeal.Sign(Plain, Here, Given.Keys).ShouldBe(Plain with { Key = "test", Signature = ByItself });
    }

    [Fact]
    public void Without_a_key_a_grant_is_not_signed() => GrantSeal.Sign(Plain, Here, GrantKeys.None).ShouldBe(Plain);

    [Theory]
    [InlineData(ByItself, true)]
    [InlineData(ByPeople, false)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("no base64!", false)]
    [InlineData("r/pajF2Gri5ikV62K46CrutyA6nUYIACz2Uutvh8+g==", false)]
    public void Only_its_own_signature_makes_it_whole(string? signature, bool isWhole) =>
        GrantSeal.IsWhole(Plain with { Key = "test", Signature = signature }, Here, Given.Keys).ShouldBe(isWhole);

    [Fact]
    public void A_key_of_another_name_does_not_make_it_whole() =>
        GrantSeal.IsWhole(Plain with { Key = "other", Signature = ByItself }, Here, Given.Keys).ShouldBeFalse();

    [Fact]
    public void An_action_and_its_plan_are_digested_as_they_always_were()
    {
        const string action = "aaa43cee9030c695fd0a7982dc7c0555616e718c9fe9b1beaef99185d2914e87";
        const string plan = "1de992c7457c44223cbc43b77adbc29cfe9da2345e10891449040d603920f703";

        GrantDigest.Of(Stories.Granted().State.Action("a1")).ShouldBe($"2:{action}:{plan}");
    }

    [Fact]
    public void An_undo_that_is_not_planned_is_digested_without_a_plan()
    {
        var undo = new IncidentAction("a1", 1, Given.Request(), Given.Traits(idempotent: true, guarded: true), Plan: null, "", UndoOf: "a0") { Mode = PolicyMode.Review };

        GrantDigest.Of(undo).ShouldBe("2:867a3ee5c8fafa3402296c6d3ab978b35f1da78a052a48abd77b660d7ebeac5b:");
    }

    [Fact]
    public void What_is_no_undo_and_has_no_plan_fits_no_grant_of_one_that_had()
    {
        var granted = Stories.Granted().State;

        GrantDigest.Fits(granted.Grants[0], granted.Action("a1")).ShouldBeTrue();
        GrantDigest.Fits(granted.Grants[0], granted.Action("a1") with { Plan = null }).ShouldBeFalse();
    }

    [Fact]
    public void An_undo_that_is_not_planned_fits_the_grant_of_its_first_sending()
    {
        var undoing = Stories.Undoing().Starts().State;
        var (grant, undo) = (undoing.GrantFor("a2")!, undoing.Action("a2"));

        GrantDigest.Fits(grant, undo).ShouldBeTrue();
        GrantDigest.Fits(grant, undo with { Plan = null }).ShouldBeTrue();
        GrantDigest.Fits(grant, undo with { Plan = undo.Plan! with { Payload = "other" } }).ShouldBeFalse();
        GrantDigest.Fits(grant, undo with { Plan = null, Request = Given.Request("other") }).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2:a:b", true)]
    [InlineData("1:a:2:", false)]
    [InlineData("a:b:2:", false)]
    public void A_digest_of_a_release_that_covered_less_is_told_by_how_it_begins(string digest, bool isKnown) =>
        GrantDigest.IsKnown(Plain with { PlanDigest = digest }).ShouldBe(isKnown);

    [Fact]
    public void Of_an_action_it_is_told_first_that_its_grant_is_missing()
    {
        var story = Stories.Granted();

        GrantChecks.Find(story.State with { Grants = [] }, story.State.Action("a1"), story.Rules, story.Now)!.Fault.ShouldBe(GrantFault.Missing);
    }

    [Fact]
    public void A_forged_grant_is_told_as_that_even_when_its_time_is_over()
    {
        var story = Stories.Granted();
        var forged = story.State with { Grants = story.State.Grants.ConvertAll(grant => grant with { Id = "g9" }) };

        GrantChecks.Find(forged, forged.Action("a1"), story.Rules, story.Now.AddYears(1))!.Fault.ShouldBe(GrantFault.Forged);
    }

    [Fact]
    public void A_target_of_the_same_name_with_another_identity_is_another_one()
    {
        var (grant, action) = (Plain, Stories.Granted().State.Action("a1"));

        GrantChecks.Changed(grant, action, Given.Plan()).ShouldBeNull();
        GrantChecks.Changed(grant, action, Given.Plan() with { Target = Given.Target(uid: "uid-2") })!.ShouldContain("another one now: deployment default/web uid-2");
        GrantChecks.Changed(grant, action, Given.Plan() with { Target = Given.Target("api") })!.ShouldContain("another one now");
        GrantChecks.Changed(grant, action, Given.Plan(hash: "h2"))!.ShouldContain("has changed since");
        GrantChecks.Changed(grant, action with { UndoOf = "a0" }, Given.Plan(hash: "h2")).ShouldBeNull();
    }

    [Fact]
    public void A_key_is_found_by_its_name_and_the_first_one_signs()
    {
        GrantKeys keys = new([new("newer", [1]), new("older", [2])]);

        keys.Signing!.Name.ShouldBe("newer");
        keys.Find("older")!.Secret.ToArray().ShouldBe([2]);
        keys.Find(null).ShouldBeNull();
        GrantKeys.None.Signing.ShouldBeNull();
        GrantKeys.None.Find("newer").ShouldBeNull();
    }
}
