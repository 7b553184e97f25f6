using AiFixer.Core.Journal;

namespace AiFixer.Grains.Claims;

/// <summary>Which grain has the line for a claim: a playbook's own for what is a playbook's, for all else one of the claim's name.</summary>
internal sealed class ClaimPlaces(Func<string, ICooldownGrain> cooldowns, Func<string, IPlaybookGrain> playbooks)
{
    public IClaimPlace Of(string claim) => ClaimKeys.Playbook(claim) is { } playbook
        ? new AtPlaybook(playbooks(playbook), claim)
        : new AtCooldown(cooldowns(claim));

    private sealed record AtCooldown(ICooldownGrain Grain) : IClaimPlace
    {
        public Task<Letter> EnterAsync(Letter wish, CancellationToken cancellationToken) => Grain.EnterAsync(wish, cancellationToken);

        public Task LeaveAsync(Letter news) => Grain.LeaveAsync(news);

        public Task ForgetAsync() => Grain.ForgetAsync();
    }

    private sealed record AtPlaybook(IPlaybookGrain Grain, string Claim) : IClaimPlace
    {
        public Task<Letter> EnterAsync(Letter wish, CancellationToken cancellationToken) => Grain.EnterAsync(Claim, wish, cancellationToken);

        public Task LeaveAsync(Letter news) => Grain.LeaveAsync(Claim, news);

        public Task ForgetAsync() => Grain.ForgetAsync(Claim);
    }
}
