"""The prior's three promises: it starts from the fill, it sees a bounded neighbourhood, it fits any size."""

import pytest
import torch

from engine.networks.prior_unet import PriorConfig, PriorUNet, linear_posterior

TINY = PriorConfig(channels=(8, 12), blocks=1, embedding=16)


def tiny(trained: bool) -> PriorUNet:
    torch.manual_seed(0)
    network = PriorUNet(TINY)
    if trained:
        for parameter in network.parameters():
            torch.nn.init.normal_(parameter, std=0.1)
    return network.eval().requires_grad_(False)


def inputs(height: int, width: int) -> tuple[torch.Tensor, ...]:
    generator = torch.Generator().manual_seed(1)
    x, fill = torch.randn(2, 2, 3, height, width, generator=generator)
    spread = torch.zeros(2, 1, height, width)
    spread[..., 4:12, 6:20] = 0.2
    return x, torch.tensor([0.3, 0.9]), fill, spread


def test_an_untrained_network_is_the_linear_estimate() -> None:
    x, alpha_bar, fill, spread = inputs(16, 24)
    mean, _ = linear_posterior(x, alpha_bar.view(-1, 1, 1, 1), fill, spread)
    assert torch.equal(tiny(trained=False)(x, alpha_bar, fill, spread), mean)


def test_linear_estimate_is_the_posterior_of_a_gaussian() -> None:
    generator = torch.Generator().manual_seed(2)
    alpha_bar, spread, fill = torch.tensor(0.4), torch.tensor(0.3), torch.tensor(0.7)
    x0 = fill + spread * torch.randn(400_000, generator=generator)
    x = alpha_bar.sqrt() * x0 + (1 - alpha_bar).sqrt() * torch.randn(400_000, generator=generator)
    mean, deviation = linear_posterior(x, alpha_bar, fill, spread)
    assert float((x0 - mean).std()) == pytest.approx(float(deviation), rel=0.01)
    assert float((x0 - mean).mean()) == pytest.approx(0, abs=0.002)
    assert float(torch.corrcoef(torch.stack([x0 - mean, x]))[0, 1]) == pytest.approx(0, abs=0.01)


def test_known_pixels_are_returned_as_they_are() -> None:
    x, alpha_bar, fill, spread = inputs(16, 24)
    estimate = tiny(trained=True)(x, alpha_bar, fill, spread)
    known = (spread == 0).expand_as(fill)
    assert torch.equal(estimate[known], fill[known])
    assert not torch.allclose(estimate[~known], fill[~known])


def test_a_tile_agrees_with_the_whole() -> None:
    network = tiny(trained=True)
    generator = torch.Generator().manual_seed(3)
    x, fill = torch.randn(2, 1, 3, 96, 96, generator=generator)
    spread = torch.full((1, 1, 96, 96), 0.2)
    alpha_bar = torch.tensor([0.5])
    whole = network(x, alpha_bar, fill, spread)[..., 40:56, 40:56]
    tile = (slice(None), slice(None), slice(16, 80), slice(16, 80))
    part = network(x[tile], alpha_bar, fill[tile], spread[tile])[..., 24:40, 24:40]
    assert torch.allclose(whole, part, atol=1e-5)


def test_configuration_round_trip() -> None:
    assert PriorConfig.from_dict(TINY.to_dict()) == TINY
    assert TINY.multiple_of == 2
