namespace AiFixer.Grains.Claims;

/// <summary>Where those stand in line who want one claim.</summary>
internal interface IClaimPlace
{
    Task<Letter> EnterAsync(Letter wish, CancellationToken cancellationToken);

    Task LeaveAsync(Letter news);

    Task ForgetAsync();
}
