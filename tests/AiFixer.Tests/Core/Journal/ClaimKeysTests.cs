using AiFixer.Core.Journal;

namespace AiFixer.Tests.Core.Journal;

public sealed class ClaimKeysTests
{
    [Theory]
    [InlineData("dns", "cluster/deployment/shop/web")]
    [InlineData("oom.kill_2-b", "mail@example.org")]
    public void A_playbook_is_found_in_its_claims(string playbook, string target)
    {
        ClaimKeys.Playbook(ClaimKeys.PlaybookTries(playbook, target)).ShouldBe(playbook);
        ClaimKeys.Playbook(ClaimKeys.PlaybookCooldown(playbook, target)).ShouldBe(playbook);
    }

    [Theory]
    [InlineData("cooldown:playbook/deployment/shop/web@x")]
    [InlineData("quota:automatic-fixes")]
    [InlineData("quota:target:playbook:dns@x")]
    [InlineData("quota:playbook:dns")]
    [InlineData("open:f")]
    public void Other_claims_are_no_playbooks(string claim) => ClaimKeys.Playbook(claim).ShouldBeNull();
}
