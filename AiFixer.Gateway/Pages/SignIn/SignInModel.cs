namespace AiFixer.Gateway.Pages.SignIn;

/// <param name="ReturnTo">The page to go to afterwards, one of ours.</param>
/// <param name="Failed">The key was not known.</param>
public sealed record SignInModel(string ReturnTo, bool Failed);
