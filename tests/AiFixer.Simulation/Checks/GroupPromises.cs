using AiFixer.Core.Incidents;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>Nobody waits for what has ended, and whoever leads knows how many follow.</summary>
internal static class GroupPromises
{
    public static IEnumerable<string> Broken(List<WrittenLife> lives)
    {
        foreach (var follower in lives.Where(life => life.Item.Row.Leader is not null))
        {
            var leader = lives.Find(life => life.Item.Id == follower.Item.Row.Leader);
            if (leader is null)
                yield return $"{follower.Item.Id} follows {follower.Item.Row.Leader}, which does not exist";
            else if (follower.State.Status.IsOpen() && !leader.State.Status.IsOpen())
                yield return $"{follower.Item.Id} is {follower.State.Status} and follows {leader.Item.Id}, which is {leader.State.Status}";
        }

        foreach (var life in lives.Where(life => life.Item.Row.Leader != Turn.Of(life).Last().After.Group?.Leader))
            yield return $"{life.Item.Id} follows {Turn.Of(life).Last().After.Group?.Leader} by its entries, and {life.Item.Row.Leader} in lists";
        foreach (var leader in lives)
        {
            var followers = lives.Count(life => Turn.Of(life).Last().After.Group?.Leader == leader.Item.Id);
            if (followers != leader.Item.Followers)
                yield return $"{leader.Item.Id} counts {leader.Item.Followers} followers and has {followers}";
        }
    }
}
